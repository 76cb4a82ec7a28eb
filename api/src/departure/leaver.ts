import { type ProblemCode, problemOfDepartureRefusal } from '@foyer/contracts/problem'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { type DepartureVerdict, guestsMayLeave, mayDepart, mayTouch } from '@foyer/lifecycle/depart'
import type { PersonId } from '@foyer/contracts/ids'
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

/**
 * Somebody whose access another one ends for them, who may be blocked already.
 *
 * @throws {ProblemError} with the reason why Foyer does not touch this account.
 */
export async function requireTouchable(
  directory: OrganizationDirectory,
  personId: PersonId,
): Promise<Person> {
  const [person, holdsRole] = await Promise.all([
    directory.findPerson(personId),
    directory.holdsRole(personId),
  ])
  if (!person) throw new ProblemError('no-longer-here')
  const { kind, isSynced, isProtected } = person
  const verdict = mayTouch({ isExternalGuest: kind === 'guest', isSynced, isProtected, holdsRole })
  if (!verdict.mayTouch) throw new ProblemError(problemOfDepartureRefusal(verdict.because))
  return person
}

/** Why somebody may not be touched any more; trouble stays trouble, and is asked again. */
export async function askWhetherStillSo(ask: () => Promise<Person>): Promise<Person | ProblemCode> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ProblemError) return error.code
    throw error
  }
}
