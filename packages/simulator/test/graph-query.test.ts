import { describe, expect, it } from 'vitest'
import { list, withSimulator } from './world.ts'

const world = withSimulator()
const eventual = { consistencylevel: 'eventual' }

async function read(path: string, headers: Record<string, string> = {}) {
  return world.graph(await world.appToken('contoso', 'reader'), `/v1.0${path}`, { headers })
}
async function namesWhere(filter: string) {
  const { status, body } = await read(
    `/users?$top=999&$count=true&$filter=${encodeURIComponent(filter)}`,
    eventual,
  )
  expect(status).toBe(200)
  return list(body).map((user) => String(user['displayName']))
}
async function refusal(path: string, headers: Record<string, string> = {}) {
  const { status, body } = await read(path, headers)
  const { code, message } = body['error'] as Record<string, string>
  return { status, code, message }
}
const whereRefused = async (filter: string, headers: Record<string, string> = {}) =>
  refusal(`/users?$count=true&$filter=${encodeURIComponent(filter)}`, headers)

describe('a filter finds', () => {
  it.each([
    ["displayName eq 'grace adeyemi'", ['Grace Adeyemi']],
    ["startsWith(displayName, 'Grace A')", ['Grace Adeyemi']],
    ["STARTSWITH(displayName,'Grace A') AND userType EQ 'Guest'", ['Grace Adeyemi']],
    ["displayName in ('Grace Adeyemi', 'Sam Okafor')", ['Grace Adeyemi', 'Sam Okafor']],
    ["mail eq 'grace@adatum.com' or mail eq 'sam@contoso.com'", ['Grace Adeyemi', 'Sam Okafor']],
    ["endsWith(mail, '@adatum.com') and userType eq 'Member'", ['Yuki Sato']],
    [
      "endsWith(mail,'@adatum.com') and not(displayName eq 'Rosa Lima') and userType ne 'Member'",
      ['Grace Adeyemi'],
    ],
    ["identities/any(i:i/issuerAssignedId eq 'omar@outlook.example')", ['Omar Haddad']],
    ["proxyAddresses/any(p:startsWith(p,'smtp:lena@'))", ['Lena Vogel']],
    ["otherMails/any(m:endsWith(m,'lena@atelier-vogel.example'))", ['Lena Vogel']],
    ["creationType eq 'LocalAccount' and userType eq 'Guest'", ['Tom Becker']],
    ["mail eq 'O''Hara'", []],
  ])('%s', async (filter, names) => {
    expect((await namesWhere(filter)).toSorted()).toEqual(names.toSorted())
  })

  it.each([
    ["companyName ne 'Adatum'", { found: true, 'left-out': false }],
    ["not(companyName eq 'Adatum')", { found: true, 'left-out': false }],
    ["not(startsWith(companyName,'A'))", { found: true, 'left-out': false }],
    ["not(companyName ne 'Adatum')", { found: false, 'left-out': false }],
    ["not(companyName ne 'Adatum' or jobTitle eq 'X')", { found: false, 'left-out': false }],
    ['companyName eq null', { found: true, 'left-out': true }],
    ['companyName ne null', { found: false, 'left-out': false }],
    ["companyName ne 'Adatum' or userType eq 'Member'", { found: true, 'left-out': true }],
  ])('by %s whoever has no value, where a negation finds them (V-33)', async (filter, found) => {
    for (const negationOfNothing of ['found', 'left-out'] as const) {
      world.simulator.choose({ negationOfNothing })
      const names = await namesWhere(`(${filter}) and startsWith(displayName,'Sam ')`)
      expect(names.includes('Sam Okafor')).toBe(found[negationOfNothing])
    }
  })

  it('ids by what they are, quoted or not', async () => {
    const id = world.userId('Grace Adeyemi')
    expect(await namesWhere(`id eq '${id}'`)).toEqual(['Grace Adeyemi'])
    expect(await namesWhere(`id eq ${id}`)).toEqual(['Grace Adeyemi'])
  })

  it('members before and guests since a day', async () => {
    const until = await namesWhere(
      "createdDateTime le 2024-03-14T09:00:00Z and userType eq 'Guest'",
    )
    expect(until).toContain('Grace Adeyemi')
    const later = await namesWhere("createdDateTime ge 2024-03-15 and userType eq 'Guest'")
    expect(later).not.toContain('Grace Adeyemi')
  })

  it('the empty lists by their count', async () => {
    const without = await namesWhere("otherMails/$count eq 0 and displayName eq 'Sam Okafor'")
    expect(without).toEqual(['Sam Okafor'])
  })

  it('text in whatever script', async () => {
    expect(await namesWhere("displayName eq 'Грейс Адеєми' or displayName eq '王'")).toEqual([])
  })
})

describe('a filter is refused in Graph’s words', () => {
  const advanced = (operator: string) =>
    `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`
  const unsupported = (property: string) =>
    `Unsupported or invalid query filter clause specified for property '${property}' of resource 'User'.`

  it.each([
    ["endsWith(mail,'@adatum.com')", advanced('endsWith')],
    ["not(userType eq 'Guest')", advanced('Not')],
    ["userType ne 'Guest'", advanced('NotEqualsMatch')],
    ["companyName eq 'Adatum'", unsupported('companyName')],
    ['userType eq null', unsupported('userType')],
    ['createdDateTime ge 2024-03-14', unsupported('createdDateTime')],
  ])('without the advanced parameters: %s', async (filter, message) => {
    expect(await whereRefused(filter)).toEqual({
      status: 400,
      code: 'Request_UnsupportedQuery',
      message,
    })
    expect((await read(`/users?$count=true&$filter=${filter}`, eventual)).status).toBe(200)
  })

  it.each([
    ["contains(displayName,'race')", "Filter operator 'Contains' is not supported."],
    [
      'externalUserStateChangeDateTime ge 2024-03-14',
      unsupported('externalUserStateChangeDateTime'),
    ],
    ["displayName gt 'G'", unsupported('displayName')],
    ["identities/all(i:i/issuer eq 'mail')", unsupported('identities')],
    ['isManagementRestricted eq true', unsupported('isManagementRestricted')],
    ['assignedLicenses/$count eq 7', unsupported('assignedLicenses')],
    [
      Array.from({ length: 16 }, (_, index) => `displayName eq '${index}'`).join(' or '),
      "Too many child clauses specified in search filter expression containing 'OR' operators: 16. Max allowed: 15.",
    ],
  ])('even with them: %s', async (filter, message) => {
    expect(await whereRefused(filter, eventual)).toEqual({
      status: 400,
      code: 'Request_UnsupportedQuery',
      message,
    })
  })

  it.each([
    [
      "shoeSize eq '44'",
      "Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.",
    ],
    ['iswhatever 12', "Syntax error at position 13 in 'iswhatever 12'."],
    [
      "displayName eq 'Carl in 't Veld'",
      "Syntax error at position 26 in 'displayName eq 'Carl in 't Veld''.",
    ],
    [
      "startswith(displayName%2C+'J')",
      "Syntax error: character '%' is not valid at position 22 in 'startswith(displayName%2C+'J')'.",
    ],
    ['displayName eq', "Expression expected at position 14 in 'displayName eq'."],
    [
      "displayName eq 'Gra",
      "There is an unterminated string literal at position 19 in 'displayName eq 'Gra'.",
    ],
    ["(displayName eq 'G'", "')' or ',' expected at position 19 in '(displayName eq 'G''."],
    ['', "Expression expected at position 0 in ''."],
    ['('.repeat(200), 'Recursion depth exceeded allowed limit.'],
    [
      "not displayName eq 'G'",
      "A unary operator with an incompatible type was detected. Found operand type 'Edm.String' for operator kind 'Not'.",
    ],
    [
      'accountEnabled eq 1',
      "A binary operator with incompatible types was detected. Found operand types 'Edm.Boolean' and 'Edm.Int32' for operator kind 'Equal'.",
    ],
  ])('as it cannot be read: %s', async (filter, message) => {
    expect(await whereRefused(filter, eventual)).toEqual({
      status: 400,
      code: 'BadRequest',
      message: `Invalid filter clause: ${message}`,
    })
  })
})

describe('a search', () => {
  const search = async (words: string) => {
    const { body } = await read(
      `/users?$count=true&$orderby=displayName&$search=${encodeURIComponent(words)}`,
      eventual,
    )
    return list(body).map((user) => user['displayName'])
  }

  it('finds the beginnings of words, alone and joined', async () => {
    expect(await search('"displayName:adey"')).toEqual(['Grace Adeyemi'])
    expect(await search('"displayName:adey" OR "displayName:okaf"')).toEqual([
      'Grace Adeyemi',
      'Sam Okafor',
    ])
    expect(await search('"displayName:grace" AND "mail:grace@"')).toEqual(['Grace Adeyemi'])
    expect(await search('"displayName:race"')).toEqual([])
  })

  it('needs its header, and says so also where $expand takes the header away', async () => {
    const refused = {
      status: 400,
      code: 'Request_UnsupportedQuery',
      message:
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    }
    const path = '/users?$search="displayName:adey"'
    expect(await refusal(path)).toEqual(refused)
    expect(await refusal(`${path}&$expand=manager`, eventual)).toEqual(refused)
  })

  it('needs its quotes', async () => {
    expect(await refusal('/users?$search=displayName:adey', eventual)).toMatchObject({
      message: "Syntax error: character ':' is not valid at position 11 in 'displayName:adey'.",
    })
  })
})

describe('an order', () => {
  it('is kept over pages, downwards too', async () => {
    const all: unknown[] = []
    let path = '/users?$orderby=displayName desc&$top=40'
    while (path) {
      const { body } = await read(path)
      all.push(...list(body).map((user) => user['displayName']))
      const next = body['@odata.nextLink'] as string | undefined
      path = next ? next.slice(`${world.simulator.url}/v1.0`.length) : ''
    }
    const collator = new Intl.Collator('en', { sensitivity: 'base' })
    expect(all).toEqual(all.toSorted((a, b) => collator.compare(String(b), String(a))))
    expect(all.length).toBeGreaterThan(120)
  })

  it.each([
    ["/users?$orderby=displayName&$filter=userType eq 'Guest'"],
    ['/users?$orderby=createdDateTime'],
    ['/users?$orderby=mail'],
  ])('%s is not made', async (path) => {
    expect(await refusal(path)).toMatchObject({
      code: 'Request_UnsupportedQuery',
      message: 'Sorting not supported for current query.',
    })
  })
})

describe('a mark', () => {
  const marked = async () => {
    const { body } = await read("/users?$filter=userType eq 'Guest'&$top=5")
    return new URL(String(body['@odata.nextLink'])).searchParams.get('$skiptoken') ?? ''
  }

  it('belongs to its question', async () => {
    const mark = await marked()
    const own = await read(`/users?$filter=userType eq 'Guest'&$top=5&$skiptoken=${mark}`)
    expect(own.status).toBe(200)
    const others = [
      `/users?$top=5&$skiptoken=${mark}`,
      `/users?$filter=userType eq 'Member'&$skiptoken=${mark}`,
      `/users/${world.userId('Grace Adeyemi')}/memberOf?$skiptoken=${mark}`,
    ]
    for (const path of others) {
      expect(await refusal(path)).toMatchObject({ status: 400, code: 'Directory_ExpiredPageToken' })
    }
  })

  it('belongs to its tenant', async () => {
    const mark = await marked()
    const token = await world.appToken('fabrikam', 'reader')
    const path = `/v1.0/users?$filter=userType eq 'Guest'&$skiptoken=${mark}`
    expect((await world.graph(token, path)).status).toBe(400)
  })
})

describe('options', () => {
  it('that Graph does not take are named', async () => {
    expect(await refusal('/users?$skip=10')).toMatchObject({
      message: "'$skip' is not supported by the service.",
    })
    expect(await refusal('/users?$expand=manager,sponsors')).toMatchObject({
      message:
        'The result of parsing $expand contained at least 2 items, but the maximum allowed is 1.',
    })
  })

  it('filter a relation only in the advanced way', async () => {
    const path = `/users/${world.userId('Grace Adeyemi')}/memberOf/microsoft.graph.group`
    const filter = "$filter=startsWith(displayName,'Harbour')"
    expect(await refusal(`${path}?${filter}`)).toMatchObject({
      message: 'The specified filter to the reference property query is currently not supported.',
    })
    const { body } = await read(`${path}?${filter}&$count=true&$orderby=displayName`, eventual)
    expect(body['@odata.count']).toBe(2)
    expect(list(body).map((group) => group['displayName'])).toEqual([
      'Harbour Drawings',
      'Harbour Redevelopment',
    ])
  })

  it('bring who vouches for each guest', async () => {
    const { body } = await read(
      `/users/${world.userId('Omar Haddad')}?$expand=sponsors($select=id)`,
    )
    expect(body['sponsors']).toHaveLength(2)
  })
})
