import type { SimulatorControl } from './simulator.ts'

/** What Graph says of a guest and of the groups they are in. */
export async function groupNamesInGraph(
  simulator: SimulatorControl,
  organization: string,
  mail: string,
): Promise<{ user: string | undefined; groups: string[] }> {
  const filter = `/v1.0/users?$filter=userType eq 'Guest'&$select=id,mail,displayName&$top=999`
  const guests = await simulator.graph(organization, filter)
  const { value } = guests.body as { value: { id: string; mail: string; displayName: string }[] }
  const guest = value.find((candidate) => candidate.mail === mail)
  if (!guest) return { user: undefined, groups: [] }
  const memberships = await simulator.graph(organization, `/v1.0/users/${guest.id}/memberOf`)
  const groups = memberships.body as { value: { displayName: string }[] }
  return { user: guest.displayName, groups: groups.value.map(({ displayName }) => displayName) }
}
