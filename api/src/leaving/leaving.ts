import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Sponsor } from '@foyer/contracts/me'
import { countGroups, type Holdings } from '@foyer/directory/holdings'
import { datesAfterRemoval } from '@foyer/lifecycle/depart'
import type { Selectable, Transaction } from 'kysely'
import type { Proposal } from '../departure/require-proposals.ts'
import type { Tables } from '../store/tables.ts'
import { findGuestKey } from '../words/guest-key.ts'
import { unsealWords } from '../words/seal.ts'

/** What somebody leaves: a group, or without one the organization. */
export interface Subject {
  readonly organizationId: OrganizationId
  readonly guestId: PersonId
  readonly groupId?: GroupId | undefined
}

export type LeavingRow = Selectable<Tables['leaving']>

/** The words of a leaving: sealed with the guest's key, and gone with it. */
export interface LeavingWords {
  readonly guest: { readonly name: string; readonly mail?: string | undefined }
  readonly organization: string
  /** Absent where it is the organization that is left. */
  readonly group?: string | undefined
  /**
   * The names of the groups that have no owner any more, in the order of `ownedAlone`; none where they
   * could not be read, absent before the departure.
   */
  readonly ownerless?: readonly string[]
  /** Whom the guest proposes as owners; absent before there were proposals. */
  readonly proposed?: readonly Proposal[]
  /** Whoever is told besides the guest. */
  readonly told: readonly Told[]
}

/** Somebody who vouched for the guest; a group of people is written to, and answers nothing. */
export interface Told {
  readonly name: string
  readonly mail: string
  readonly isGroup?: true
}

export function toldOf({ kind, name, mail }: Sponsor): Told[] {
  return mail ? [{ name, mail, ...(kind === 'group' ? { isGroup: true } : {}) }] : []
}

/** As a reason why nothing was left. */
export const stoppedByGuest = 'stopped-by-guest'

/** The kinds of the steps. */
export const leaveOrganizationKind = 'leave-organization'
export const leaveGroupKind = 'leave-group'

/** How long the address of a receipt lasts after the directory has erased the guest. */
const afterErasureMs = 30 * 24 * 60 * 60_000

export function receiptEndsAt(givenAt: Date): Date {
  return new Date(datesAfterRemoval(givenAt).erasedBy.getTime() + afterErasureMs)
}

/** Undefined where the words were erased. */
export async function readLeavingWords(
  transaction: Transaction<Tables>,
  { guestId, words }: Pick<LeavingRow, 'guestId' | 'words'>,
): Promise<LeavingWords | undefined> {
  const key = await findGuestKey(transaction, guestId)
  return key && (unsealWords(key, words) as LeavingWords)
}

export async function findLeaving(
  transaction: Transaction<Tables>,
  leavingId: string,
): Promise<LeavingRow | undefined> {
  return transaction
    .selectFrom('leaving')
    .selectAll()
    .where('leavingId', '=', leavingId)
    .executeTakeFirst()
}

/** The number of groups in the snapshot; undefined where none was taken yet. */
export function countHeld(holdings: unknown): number | undefined {
  return holdings === null ? undefined : countGroups(holdings as Holdings)
}
