import type { KnownPerson } from '@foyer/contracts/invitation-check'
import type { SignsInWith } from '@foyer/contracts/me'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { expectedAccount } from '@foyer/lifecycle/invitation'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** A directory restores a person for so long (Microsoft Graph, "Restore deleted item"). */
const restorableMs = 30 * 24 * 60 * 60_000

/** Who in the directory has an address. */
export interface Addressed {
  readonly kind: KnownPerson['kind']
  readonly person: Person
  readonly restorableUntil?: Date
}

/**
 * Whoever the directory knows by an address as it says now: a guest, one of its own people, or a
 * guest who was removed and can be restored; in this order.
 *
 * @throws {DirectoryError}
 */
export async function findAddressed(
  directory: OrganizationDirectory,
  mail: string,
): Promise<Addressed | undefined> {
  const [guests, people, removed] = await Promise.all([
    directory.findGuestsByAddress(mail),
    directory.findPeopleByMail(mail),
    directory.listRemoved(),
  ])
  const [guest] = guests
  if (guest) {
    const { person } = guest
    return { kind: person.isRedeemed === false ? 'invited-guest' : 'guest', person }
  }
  const [person] = people
  if (person) return { kind: 'member', person }
  const wanted = mail.toLowerCase()
  const gone = removed.guests.find((each) => each.guest.mail?.toLowerCase() === wanted)
  if (!gone) return undefined
  const removedAt = gone.removedAt === undefined ? undefined : new Date(gone.removedAt)
  return {
    kind: 'removed-guest',
    person: gone.guest,
    ...(removedAt ? { restorableUntil: new Date(removedAt.getTime() + restorableMs) } : {}),
  }
}

const mostOthers = 50

/** How somebody will probably sign in, by what the guests of the same domain do. */
export async function expectAccount(
  transaction: Transaction<Tables>,
  mail: string,
): Promise<SignsInWith> {
  const domain = mail.slice(mail.lastIndexOf('@') + 1).toLowerCase()
  const { rows } = await sql<{ signsInWith: SignsInWith }>`
    SELECT signs_in_with FROM guest
    WHERE removed_at IS NULL AND is_redeemed AND lower(split_part(mail, '@', 2)) = ${domain}
    LIMIT ${mostOthers}`.execute(transaction)
  return expectedAccount(
    mail,
    rows.map(({ signsInWith }) => signsInWith),
  )
}
