import { randomUUID } from 'node:crypto'
import type { SimulatorControl } from './simulator.ts'

interface GuestInGraph {
  readonly id: string
  readonly mail: string
  readonly displayName: string
}

async function findGuest(
  simulator: SimulatorControl,
  organization: string,
  mail: string,
): Promise<GuestInGraph | undefined> {
  const filter = `/v1.0/users?$filter=userType eq 'Guest'&$select=id,mail,displayName&$top=999`
  const guests = await simulator.graph(organization, filter)
  const { value } = guests.body as { value: GuestInGraph[] }
  return value.find((candidate) => candidate.mail === mail)
}

/** What Graph says of a guest and of the groups they are in. */
export async function groupNamesInGraph(
  simulator: SimulatorControl,
  organization: string,
  mail: string,
): Promise<{ user: string | undefined; groups: string[] }> {
  const guest = await findGuest(simulator, organization, mail)
  if (!guest) return { user: undefined, groups: [] }
  const memberships = await simulator.graph(organization, `/v1.0/users/${guest.id}/memberOf`)
  // Gone between the two questions.
  if (memberships.status === 404) return { user: undefined, groups: [] }
  const groups = memberships.body as { value: { displayName: string }[] }
  return { user: guest.displayName, groups: groups.value.map(({ displayName }) => displayName) }
}

/** Makes a guest one who may invite others, which is a role of the directory. */
export async function giveRole(
  simulator: SimulatorControl,
  organization: string,
  mail: string,
): Promise<void> {
  const guest = await findGuest(simulator, organization, mail)
  const path = '/v1.0/roleManagement/directory/roleAssignments'
  await simulator.administer(organization, 'POST', path, {
    principalId: guest?.id,
    roleDefinitionId: '95e79109-95c0-4d8e-aee3-d01accf2d47b',
    directoryScopeId: '/',
  })
}

/** Gives somebody of the organization a role over all of it. */
export async function giveDirectoryRole(
  simulator: SimulatorControl,
  organization: string,
  mail: string,
  roleDefinitionId: string,
): Promise<void> {
  const path = '/v1.0/roleManagement/directory/roleAssignments'
  await simulator.administer(organization, 'POST', path, {
    principalId: await findPersonId(simulator, organization, mail),
    roleDefinitionId,
    directoryScopeId: '/',
  })
}

export async function findGroupId(
  simulator: SimulatorControl,
  organization: string,
  name: string,
): Promise<string> {
  const path = `/v1.0/groups?$filter=displayName eq '${name}'&$select=id`
  const { body } = await simulator.graph(organization, path)
  const [group] = (body as { value: { id: string }[] }).value
  if (!group) throw new Error(`no group is named ${name}`)
  return group.id
}

/** Names somebody of the organization as an owner, as its administrator would. */
export async function nameOwner(
  simulator: SimulatorControl,
  organization: string,
  group: string,
  mail: string,
): Promise<void> {
  const path = `/v1.0/groups/${await findGroupId(simulator, organization, group)}/owners/$ref`
  await simulator.administer(organization, 'POST', path, {
    '@odata.id': `https://graph.microsoft.com/v1.0/users/${await findPersonId(simulator, organization, mail)}`,
  })
}

/** Takes somebody of the organization out of a group, as its administrator would. */
export async function takeOutOfGroup(
  simulator: SimulatorControl,
  organization: string,
  group: string,
  mail: string,
): Promise<void> {
  const personId = await findPersonId(simulator, organization, mail)
  const groupId = await findGroupId(simulator, organization, group)
  const path = `/v1.0/groups/${groupId}/members/${personId}/$ref`
  await simulator.administer(organization, 'DELETE', path)
}

/** By the address; undefined where nobody has it. */
export async function findPersonId(
  simulator: SimulatorControl,
  organization: string,
  mail: string,
): Promise<string | undefined> {
  const people = await simulator.graph(organization, '/v1.0/users?$select=id,mail&$top=999')
  const { value } = people.body as { value: { id: string; mail: string }[] }
  return value.find((each) => each.mail === mail)?.id
}

/** Gives a group a rule, by which from now on its members are found. */
export async function giveRule(
  simulator: SimulatorControl,
  organization: string,
  name: string,
  membershipRule: string,
): Promise<void> {
  const found = await simulator.graph(
    organization,
    `/v1.0/groups?$filter=displayName eq '${name}'&$select=id,groupTypes`,
  )
  const [group] = (found.body as { value: { id: string; groupTypes: string[] }[] }).value
  await simulator.administer(organization, 'PATCH', `/v1.0/groups/${group?.id}`, {
    groupTypes: [...(group?.groupTypes ?? []), 'DynamicMembership'],
    membershipRule,
    membershipRuleProcessingState: 'On',
  })
}

/** Has the directory say that everybody is in this many security groups more, with long names. */
export async function listManyGroups(
  simulator: SimulatorControl,
  count: number,
): Promise<readonly string[]> {
  const value = Array.from({ length: count }, (_, place) => ({
    id: randomUUID(),
    displayName: `${String(place + 100)} ${'Donaudampfschifffahrt'.repeat(6)}`,
    groupTypes: [],
    securityEnabled: true,
  }))
  await simulator.fail({ path: '/v1.0/users/*/memberOf/*', status: 200, body: { value } })
  return value.map(({ displayName }) => displayName)
}
