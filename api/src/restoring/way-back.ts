import type { WayBack } from '@foyer/contracts/way-back'
import type { OrganizationDirectory } from '@foyer/directory/directory'
import { datesAfterRemoval } from '@foyer/lifecycle/depart'
import { undoableUntil } from '@foyer/lifecycle/way-back'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findDelay } from '../work/delay.ts'
import { type DoneLeaving, isRemovedByLeaving, type RestorationRow } from './restoration.ts'

export type CurrentOffer = Pick<WayBack, 'offer' | 'until' | 'because'>

const none = (because: WayBack['because']): CurrentOffer =>
  because === undefined ? { offer: 'none' } : { offer: 'none', because }

/** For how many hours somebody can take leaving this organization back by Foyer; 0 for never. */
export function undoHoursAt({
  undoHours,
  identities,
}: Pick<ConnectedOrganization, 'undoHours' | 'identities'>): number {
  return identities.keeper ? undoHours : 0
}

/**
 * What whoever has left can do now to come back, as the directory says at this moment.
 *
 * @throws {DirectoryError}
 */
export async function findOffer(
  directory: OrganizationDirectory,
  leaving: DoneLeaving | undefined,
  connected: Pick<ConnectedOrganization, 'undoHours' | 'identities'>,
  now: Date,
): Promise<CurrentOffer> {
  if (!leaving) return none('not-left')
  const { guestId, leftAt } = leaving
  const [person, removed] = await Promise.all([
    directory.findPerson(guestId),
    directory.findRemovedPerson(guestId),
  ])
  if (person) return none('there-again')
  if (!removed) return none('erased')
  if (!isRemovedByLeaving(leaving, removed)) return none('removed-by-others')
  const undoable = undoableUntil(leftAt, undoHoursAt(connected))
  if (undoable && now < undoable) return { offer: 'undo', until: undoable.toISOString() }
  const { restorableUntil } = datesAfterRemoval(leftAt)
  return { offer: 'administrator', until: restorableUntil.toISOString() }
}

/** How the last wish to come back went, as whoever holds the receipt reads it. */
export async function tellUndoing(
  transaction: Transaction<Tables>,
  row: RestorationRow,
): Promise<NonNullable<WayBack['undoing']>> {
  const { state, askedAt, endedAt, lostSponsors, lostGroups } = row
  const subjectId = row.restorationId
  const because = row.because ?? (await findDelay(transaction, { state, subjectId }))
  return {
    state: state as NonNullable<WayBack['undoing']>['state'],
    ...(because === undefined ? {} : { because }),
    askedAt: askedAt.toISOString(),
    ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
    ...(lostSponsors === null ? {} : { lostSponsors }),
    ...(lostGroups === null ? {} : { lostGroups }),
  }
}
