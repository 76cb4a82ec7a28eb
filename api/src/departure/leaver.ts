import { problemOfDepartureRefusal } from '@foyer/contracts/problem'
import type { OrganizationDirectory } from '@foyer/directory/directory'
import type { Person } from '@foyer/directory/person'
import { type DepartureVerdict, guestsMayLeave, mayDepart } from '@foyer/lifecycle/depart'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { ProblemError } from '../http/problem-error.ts'
import { requirePerson } from '../routes/require-person.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'

/** Somebody who may want to leave, as the directory knows them now, and whether Foyer lets them. */
export interface Leaver {
  readonly person: Person
  readonly verdict: DepartureVerdict
}

/** @throws {ProblemError} when the organization does not know the caller any more, or blocks them. */
export async function lookAtLeaver(
  directory: OrganizationDirectory,
  caller: Pick<CallerIdentity, 'personId'>,
  { guestsMayLeave: declared }: ConnectedOrganization,
): Promise<Leaver> {
  const [person, holdsRole, read] = await Promise.all([
    requirePerson(directory, caller),
    directory.holdsRole(caller.personId),
    directory.findLeaveSetting(),
  ])
  // Nothing can be read of somebody who has just gone, by another press of the same button.
  if (holdsRole === undefined) await requirePerson(directory, caller)
  const { kind, isSynced, isProtected } = person
  const account = { isExternalGuest: kind === 'guest', isSynced, isProtected, holdsRole }
  return { person, verdict: mayDepart(account, guestsMayLeave({ read, declared })) }
}

/** @throws {ProblemError} with the reason why Foyer does not end this person's access. */
export async function requireLeaver(
  directory: OrganizationDirectory,
  caller: Pick<CallerIdentity, 'personId'>,
  connected: ConnectedOrganization,
): Promise<Person> {
  const { person, verdict } = await lookAtLeaver(directory, caller, connected)
  if (!verdict.mayLeave) throw new ProblemError(problemOfDepartureRefusal(verdict.because))
  return person
}
