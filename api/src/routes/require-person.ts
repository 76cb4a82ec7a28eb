import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { mayEnter } from '@foyer/lifecycle/presence'
import { mayAnswer } from '@foyer/lifecycle/way-back'
import { ProblemError } from '../http/problem-error.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'

/** @throws {ProblemError} when the organization does not know the caller any more, or blocks them. */
export async function requirePerson(
  directory: OrganizationDirectory,
  { personId }: Pick<CallerIdentity, 'personId'>,
): Promise<Person> {
  const person = await directory.findPerson(personId)
  const verdict = mayEnter(person)
  if (!verdict.isAdmitted) throw new ProblemError(verdict.because)
  return verdict.person
}

/** @throws {ProblemError} for guests and strangers, and for whom the organization blocks. */
export async function requireInsider(
  directory: OrganizationDirectory,
  caller: Pick<CallerIdentity, 'personId' | 'isOperator'>,
): Promise<Person> {
  const person = await requirePerson(directory, caller)
  if (!mayAnswer({ ...caller, kind: person.kind })) throw new ProblemError('not-answerable')
  return person
}

/** @throws {ProblemError} for whoever has not the organization's role for operators. */
export async function requireOperator(
  directory: OrganizationDirectory,
  caller: CallerIdentity,
): Promise<Person> {
  const person = await requirePerson(directory, caller)
  if (!caller.isOperator) throw new ProblemError('not-an-operator')
  return person
}
