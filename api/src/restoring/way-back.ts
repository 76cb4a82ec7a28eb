import type { WayBack } from '@foyer/contracts/way-back'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { datesAfterRemoval } from '@foyer/lifecycle/depart'
import { undoableUntil } from '@foyer/lifecycle/way-back'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Transaction } from 'kysely'
import type { ReturnRequest } from '../returns/request.ts'
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

/** What is known of a leaving, besides what the directory says. */
export interface KnownLeaving {
  readonly leaving: DoneLeaving | undefined
  readonly isHeld: boolean
  readonly request: Pick<ReturnRequest, 'state'> | undefined
}

/**
 * What whoever has left can do now to come back, as the directory says at this moment.
 *
 * @throws {DirectoryError}
 */
export async function findOffer(
  directory: OrganizationDirectory,
  { leaving, isHeld, request }: KnownLeaving,
  connected: Pick<ConnectedOrganization, 'undoHours' | 'identities'>,
  now: Date,
): Promise<CurrentOffer> {
  if (!leaving) return none('not-left')
  const obstacle = await findObstacle(directory, leaving)
  if (obstacle) return none(obstacle)
  if (isHeld) return none('held')
  // What somebody else had to grant, nobody takes back alone.
  const undoHours = leaving.grantedBy ? 0 : undoHoursAt(connected)
  const undoable = undoableUntil(leaving.leftAt, undoHours)
  if (undoable && now < undoable) return { offer: 'undo', until: undoable.toISOString() }
  const until = datesAfterRemoval(leaving.leftAt).restorableUntil.toISOString()
  const mayAsk = connected.identities.keeper && (!request || request.state === 'open')
  return { offer: mayAsk ? 'ask' : 'administrator', until }
}

/**
 * Why nobody can bring somebody back who has left, asked now; undefined where somebody can.
 *
 * @throws {DirectoryError}
 */
export async function findObstacle(
  directory: OrganizationDirectory,
  leaving: DoneLeaving,
): Promise<'there-again' | 'erased' | 'removed-by-others' | undefined> {
  const { guestId } = leaving
  const [person, removed] = await Promise.all([
    directory.findPerson(guestId),
    directory.findRemovedPerson(guestId),
  ])
  if (person) return 'there-again'
  if (!removed) return 'erased'
  return isRemovedByLeaving(leaving, removed) ? undefined : 'removed-by-others'
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
