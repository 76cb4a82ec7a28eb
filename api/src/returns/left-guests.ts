import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { LeftGuest, ReturningGroup } from '@foyer/contracts/left-guest'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { DirectoryGroup } from '@foyer/directory/group'
import { datesAfterRemoval, earliestRestorable } from '@foyer/lifecycle/depart'
import { mayLeaveGroup } from '@foyer/lifecycle/leave-group'
import { answersAs, type Insider } from '@foyer/lifecycle/way-back'
import { sql, type Transaction } from 'kysely'
import { findLeaving, readLeavingWords } from '../leaving/leaving.ts'
import { type DoneLeaving, doneLeaving, holdingsOf } from '../restoring/restoration.ts'
import type { Tables } from '../store/tables.ts'
import { findHold } from './hold.ts'
import { findReturnRequest, tellReturnRequest } from './request.ts'

/** A guest who left, with the ids of what they were in. */
export interface KnownGuest extends Omit<LeftGuest, 'groups' | 'otherGroups'> {
  readonly memberOf: readonly GroupId[]
}

/** So many at most, the last ones who left. */
const most = 200

/**
 * Guests who have left by themselves, for whom somebody answers, and who are not back as far as is
 * known: whoever waits for an answer first, and of each kind the last first.
 */
export async function readLeftGuests(
  transaction: Transaction<Tables>,
  insider: Insider,
  now: Date,
): Promise<KnownGuest[]> {
  const { rows } = await sql<{ leavingId: string }>`
    SELECT leaving.leaving_id FROM leaving
      LEFT JOIN return_request request ON request.leaving_id = leaving.leaving_id
    WHERE leaving.state = 'done' AND leaving.group_id IS NULL
      AND leaving.left_at > ${earliestRestorable(now)}
      AND (${insider.isOperator} OR leaving.holdings->'sponsors' ? ${insider.personId})
      AND NOT EXISTS (SELECT FROM guest
        WHERE guest.guest_id = leaving.guest_id AND guest.removed_at IS NULL)
      AND NOT EXISTS (SELECT FROM restoration
        WHERE restoration.leaving_id = leaving.leaving_id AND restoration.state = 'done')
      -- Whoever was removed, restored and has left again is told of once.
      AND NOT EXISTS (SELECT FROM leaving later
        WHERE later.guest_id = leaving.guest_id AND later.state = 'done'
          AND later.group_id IS NULL AND later.left_at > leaving.left_at)
    ORDER BY coalesce(request.state = 'open', false) DESC, leaving.left_at DESC
    LIMIT ${most}`.execute(transaction)
  const guests: KnownGuest[] = []
  for (const { leavingId } of rows) {
    const leaving = doneLeaving(await findLeaving(transaction, leavingId))
    const guest = leaving && (await readLeftGuest(transaction, leaving, insider))
    if (guest) guests.push(guest)
  }
  return guests
}

/** Whether somebody answers for a guest who left by themselves and can be brought back by Foyer. */
export async function answersForLeft(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  { personId, isOperator }: Pick<Insider, 'personId' | 'isOperator'>,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`SELECT FROM leaving
    WHERE guest_id = ${guestId} AND state = 'done' AND group_id IS NULL
      AND left_at > ${earliestRestorable(now)}
      AND (${isOperator} OR holdings->'sponsors' ? ${personId})
      AND NOT EXISTS (SELECT FROM restoration
        WHERE restoration.leaving_id = leaving.leaving_id AND restoration.state = 'done')`.execute(
    transaction,
  )
  return rows.length > 0
}

/** Undefined where somebody does not answer for them, and where their name was erased. */
async function readLeftGuest(
  transaction: Transaction<Tables>,
  leaving: DoneLeaving,
  insider: Insider,
): Promise<KnownGuest | undefined> {
  const { memberOf, sponsors } = holdingsOf(leaving)
  const seenAs = answersAs(insider, sponsors)
  const words = await readLeavingWords(transaction, leaving)
  if (!seenAs || !words) return undefined
  const { name, mail } = words.guest
  const request = await findReturnRequest(transaction, leaving.leavingId)
  const hold = await findHold(transaction, leaving.leavingId)
  return {
    leavingId: leaving.leavingId,
    guest: { name, ...(mail ? { mail } : {}) },
    leftAt: leaving.leftAt.toISOString(),
    restorableUntil: datesAfterRemoval(leaving.leftAt).restorableUntil.toISOString(),
    seenAs,
    memberOf,
    ...(request
      ? {
          request: {
            ...tellReturnRequest(request),
            ...(request.answeredBy === undefined ? {} : { answeredBy: request.answeredBy }),
          },
        }
      : {}),
    ...(hold ? { hold: { ...hold, placedAt: hold.placedAt.toISOString() } } : {}),
  }
}

/**
 * The same with the groups of those who wait for an answer, as the directory says now. Whose members
 * are hidden is told to operators only.
 *
 * @throws {DirectoryError}
 */
export async function nameGroups(
  directory: OrganizationDirectory,
  guests: readonly KnownGuest[],
): Promise<LeftGuest[]> {
  const asked = guests.filter(({ request }) => request?.state === 'open')
  const ids = new Set(asked.flatMap(({ memberOf }) => memberOf))
  const known = new Map(
    (ids.size > 0 ? await directory.listGroups([...ids]) : []).map((group) => [
      group.groupId,
      group,
    ]),
  )
  return guests.map(({ memberOf, ...guest }) => {
    const groups = memberOf
      .flatMap((groupId) => known.get(groupId) ?? [])
      .filter(({ isMembershipHidden }) => guest.seenAs === 'operator' || !isMembershipHidden)
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
      .map(returningGroupOf)
    return { ...guest, groups, otherGroups: memberOf.length - groups.length }
  })
}

function returningGroupOf(group: DirectoryGroup): ReturningGroup {
  const { groupId, name, kind } = group
  // As far as it can be told before they are back: they own none that nobody else owns.
  const verdict = mayLeaveGroup({ ...group, isDirectMember: true, isOwner: false, ownerCount: 0 })
  return { groupId, name, kind, canBeLeftOut: verdict.canLeave }
}
