import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Person } from '@foyer/directory/person'
import { sql, type Transaction } from 'kysely'
import { keepStandingsOf } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import { keepingOf } from './follow-guests.ts'
import { keepGuests } from './keep-guests.ts'
import { keepPeople } from './keep-people.ts'

// What Foyer does itself shows at once, before a feed tells of it.

/** Somebody has come by an invitation. */
export async function noteGuest(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  guest: Person,
  now: Date,
): Promise<void> {
  const keeping = await keepingOf(transaction, organizationId, undefined, now)
  await keepGuests(transaction, [{ guest, removedAt: undefined }], keeping)
  await keepStandingsOf(transaction, [guest.personId], now)
}

/** Somebody is in a group no more. */
export async function forgetMembership(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  groupId: GroupId,
): Promise<void> {
  await transaction
    .deleteFrom('membership')
    .where('guestId', '=', guestId)
    .where('groupId', '=', groupId)
    .execute()
}

/** Somebody is removed; with all they had they can be restored. */
export async function noteRemoval(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  removedAt: Date,
): Promise<void> {
  await transaction
    .updateTable('guest')
    .set({ removedAt })
    .where('guestId', '=', guestId)
    .where('removedAt', 'is', null)
    .execute()
}

/** Somebody who was removed is there again. */
export async function noteReturn(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<void> {
  await transaction
    .updateTable('guest')
    .set({ removedAt: null })
    .where('guestId', '=', guestId)
    .execute()
}

/** Somebody whose removal was noted at that instant is there all the same. */
export async function takeBackRemoval(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  removedAt: Date,
): Promise<void> {
  await transaction
    .updateTable('guest')
    .set({ removedAt: null })
    .where('guestId', '=', guestId)
    .where('removedAt', '=', removedAt)
    .execute()
}

/** Somebody vouches for a guest now, and others do so no more. */
export async function noteSponsors(
  transaction: Transaction<Tables>,
  {
    organizationId,
    guestId,
    comes,
    gone,
  }: {
    readonly organizationId: OrganizationId
    readonly guestId: PersonId
    readonly comes: Pick<Person, 'personId' | 'name' | 'mail'>
    readonly gone: readonly string[]
  },
): Promise<void> {
  await sql`DELETE FROM guest_sponsor
    WHERE guest_id = ${guestId} AND sponsor_id = ANY(${[...gone]}::uuid[])`.execute(transaction)
  await sql`INSERT INTO guest_sponsor (organization_id, guest_id, sponsor_id, kind)
    VALUES (${organizationId}, ${guestId}, ${comes.personId}, 'person')
    ON CONFLICT DO NOTHING`.execute(transaction)
  await sql`UPDATE guest SET sponsor_count = (SELECT count(*) FROM guest_sponsor link
      WHERE link.organization_id = guest.organization_id AND link.guest_id = guest.guest_id)
    WHERE guest_id = ${guestId}`.execute(transaction)
  await keepPeople(transaction, organizationId, [{ ...comes, mail: comes.mail }])
}
