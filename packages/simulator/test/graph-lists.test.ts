import { describe, expect, it } from 'vitest'
import { list, withSimulator } from './world.ts'

const world = withSimulator()

async function read(path: string, slug = 'contoso', headers: Record<string, string> = {}) {
  return world.graph(await world.appToken(slug, 'reader'), path, { headers })
}

describe('lists', () => {
  it('come in pages whose link carries the whole question', async () => {
    const seen = new Set<unknown>()
    let path = "/v1.0/users?$filter=userType eq 'Guest'&$select=id,userType&$top=50"
    let pages = 0
    while (path) {
      const { status, body } = await read(path)
      expect(status).toBe(200)
      for (const user of list(body)) {
        expect(user['userType']).toBe('Guest')
        seen.add(user['id'])
      }
      const next = body['@odata.nextLink'] as string | undefined
      expect(next ?? `${world.simulator.url}/v1.0/users?`).toContain(
        `${world.simulator.url}/v1.0/users?`,
      )
      path = next ? next.slice(world.simulator.url.length) : ''
      pages += 1
    }
    expect(pages).toBeGreaterThan(2)
    expect(seen.size).toBeGreaterThan(120)
  })

  it('of members lose nobody when somebody leaves between two pages', async () => {
    const grace = world.userId('Grace Adeyemi')
    const groups = await read(`/v1.0/users/${grace}/memberOf`)
    const team = list(groups.body).find((one) => one['displayName'] === 'Harbour Redevelopment')
    const members = `/v1.0/groups/${String(team?.['id'])}/members`
    const everybody = list((await read(`${members}?$select=id`)).body).map(({ id }) => id)
    const first = await read(`${members}?$select=id&$top=5`)
    const grouper = await world.appToken('contoso', 'grouper')
    await world.graph(grouper, `${members}/${String(everybody[2])}/$ref`, { method: 'DELETE' })
    const next = String(first.body['@odata.nextLink']).slice(world.simulator.url.length)
    const rest = await read(next.replace('$top=5', '$top=100'))
    expect(list(rest.body).map(({ id }) => id)).toEqual(everybody.slice(5))
  })

  it('are counted only for whoever accepts that it may be late', async () => {
    const path = `/v1.0/users/${world.userId('Grace Adeyemi')}/memberOf`
    const eventual = { consistencylevel: 'eventual' }
    expect((await read(`${path}?$count=true`)).body).not.toHaveProperty('@odata.count')
    expect((await read(`${path}?$count=true`, 'contoso', eventual)).body['@odata.count']).toBe(6)
    const plain = await read(`${path}/$count`)
    expect(plain.status).toBe(400)
    expect(plain.text).toContain('$count is not currently supported.')
    const counted = await read(`${path}/$count`, 'contoso', eventual)
    expect(counted.text).toBe('6')
    expect(counted.headers.get('content-type')).toContain('text/plain')
  })

  it.each(['0', '1000', 'many'])('refuse a page of %s', async (top) => {
    const answer = await read(`/v1.0/users?$top=${top}`)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(`Invalid page size specified: '${top}'`)
  })

  it('refuse a mark that was not given out', async () => {
    expect((await read('/v1.0/users?$skiptoken=abc')).status).toBe(400)
  })
})
