import type { Simulator } from '@foyer/simulator/simulator'

/** Somebody who will leave, and what they have before anything begins. */
export interface Leaver {
  readonly organizationId: string
  readonly slug: string
  readonly personId: string
  readonly mail: string
  readonly groupIds: readonly string[]
  /** Of these, one that they leave; undefined for whoever leaves the organization. */
  readonly groupId: string | undefined
}

interface User {
  readonly id: string
  readonly mail: string | null
  readonly accountEnabled: boolean
}

const slugs = ['contoso', 'fabrikam']

/** Fills two organizations with people, and chooses who will leave them, and who leaves a group. */
export async function chooseLeavers(
  simulator: Simulator,
  { departures, groupLeavings }: { readonly departures: number; readonly groupLeavings: number },
): Promise<Leaver[]> {
  const leavers: Leaver[] = []
  for (const [at, slug] of slugs.entries()) {
    const share = (count: number) => Math.floor((count + at) / slugs.length)
    const wanted = share(departures) + share(groupLeavings)
    simulator.seed(slug, { members: 50, guests: wanted * 4 + 50, groups: wanted * 2 + 20 })
    const ask = await askAs(simulator, slug)
    const found: Leaver[] = []
    let path =
      "/users?$filter=userType eq 'Guest' and creationType eq 'Invitation' and externalUserState eq 'Accepted'&$count=true&$select=id,mail,accountEnabled&$top=999"
    while (path !== '' && found.length < wanted) {
      const page = await ask<{ value: User[]; '@odata.nextLink'?: string }>(path)
      for (const user of page.value) {
        if (found.length === wanted) break
        const leaver = user.accountEnabled && user.mail ? await look(ask, slug, user) : undefined
        const ofGroup = found.filter(({ groupId }) => groupId !== undefined).length
        if (leaver)
          found.push(ofGroup < share(groupLeavings) ? leaver : { ...leaver, groupId: undefined })
      }
      path = page['@odata.nextLink']?.split('/v1.0')[1] ?? ''
    }
    if (found.length < wanted) throw new Error(`${slug} has only ${found.length} who can leave`)
    leavers.push(...found)
  }
  return leavers

  async function look(ask: Ask, slug: string, user: User): Promise<Leaver | undefined> {
    const { value } = await ask<{ value: Group[] }>(
      `/users/${user.id}/memberOf/microsoft.graph.group?$select=id,groupTypes,mailEnabled,isAssignableToRole,onPremisesSyncEnabled,visibility&$top=999`,
    )
    const { value: owned } = await ask<{ value: object[] }>(
      `/users/${user.id}/ownedObjects/microsoft.graph.group?$select=id`,
    )
    const plain = value.find((group) => isPlain(group))
    if (!plain || owned.length > 0) return undefined
    const organization = simulator.registrations().organizations.find((each) => each.slug === slug)
    return {
      organizationId: organization?.tenantId ?? '',
      slug,
      personId: user.id,
      mail: user.mail ?? '',
      groupIds: value.map(({ id }) => id),
      groupId: plain.id,
    }
  }
}

interface Group {
  readonly id: string
  readonly groupTypes: readonly string[]
  readonly mailEnabled: boolean
  readonly isAssignableToRole: boolean | null
  readonly onPremisesSyncEnabled: boolean | null
  readonly visibility: string | null
}

function isPlain(group: Group): boolean {
  return (
    group.groupTypes.length === 0 &&
    !group.mailEnabled &&
    !group.isAssignableToRole &&
    !group.onPremisesSyncEnabled &&
    group.visibility !== 'HiddenMembership'
  )
}

type Ask = <T>(path: string) => Promise<T>

/** Graph, as a tool of the organization reads it. */
export async function askAs(simulator: Simulator, slug: string): Promise<Ask> {
  const { organizations, tools } = simulator.registrations()
  const tenantId = organizations.find((each) => each.slug === slug)?.tenantId ?? ''
  const tool = tools.find((each) => each.tenantId === tenantId)
  const reply = await fetch(`${simulator.url}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: tool?.clientId ?? '',
      client_secret: tool?.secret ?? '',
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  const { access_token: token } = (await reply.json()) as { access_token: string }
  return async <T>(path: string) => {
    const answer = await fetch(`${simulator.url}/v1.0${path}`, {
      headers: { authorization: `Bearer ${token}`, consistencylevel: 'eventual' },
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
}
