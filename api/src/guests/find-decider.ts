import type { PersonId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { countsAsSponsor } from '@foyer/lifecycle/succession'

/** Somebody who decided of a guest, or asked to, and whom a mail reaches. */
export interface ReachableDecider {
  readonly name: string
  readonly mail: string
}

/**
 * Finds them as the directory says now: who is blocked, gone or a guest by now reads nothing of guests.
 *
 * @throws {DirectoryError}
 */
export async function findDecider(
  directory: OrganizationDirectory,
  personId: string,
): Promise<ReachableDecider | undefined> {
  const person = await directory.findPerson(personId as PersonId)
  return person?.mail && countsAsSponsor(person)
    ? { name: person.name, mail: person.mail }
    : undefined
}
