import { sql, type Transaction } from 'kysely'
import type { ActorKind } from '@foyer/contracts/journal'
import { appendToJournal } from '../journal/append.ts'
import { keepOwnerless } from '../ownerless/keep.ts'
import { forgetMembership, noteRemoval, takeBackRemoval } from '../projection/own-writes.ts'
import type { Tables } from '../store/tables.ts'
import { countHeld, type LeavingRow, type LeavingWords, readLeavingWords } from './leaving.ts'
import { tellOfEnd } from './tell.ts'

/** How a leaving ends. */
export type End =
  | { readonly state: 'done'; readonly leftAt: Date }
  | { readonly state: 'refused' | 'failed'; readonly because: string }

/** What else is true of an end. */
export interface EndSetting {
  /** By the Clock. */
  readonly now: Date
  /** In which the organization's own people are told. */
  readonly organizationLanguage: string
  /** For how many hours the guest can take it back themselves. */
  readonly undoHours?: number
  readonly directoryRequestIds?: readonly string[]
}

/**
 * Ends a leaving: its state, what is remembered of the guest, who is told, and the journal, in one
 * transaction with the end of its step.
 */
export async function endLeaving(
  transaction: Transaction<Tables>,
  row: LeavingRow,
  end: End,
  setting: EndSetting,
): Promise<void> {
  const because = end.state === 'done' ? null : end.because
  const directoryRequestIds = [...row.directoryRequestIds, ...(setting.directoryRequestIds ?? [])]
  await transaction
    .updateTable('leaving')
    .set({
      state: end.state,
      because,
      directoryRequestIds,
      leftAt: end.state === 'done' ? end.leftAt : null,
      endedAt: setting.now,
    })
    .where('leavingId', '=', row.leavingId)
    .execute()
  await showEnd(transaction, row, end)
  if (!row.groupId) await endExitRequests(transaction, row, end, setting.now)
  // Erased meanwhile: nobody knows any more whom to tell.
  const words = await readLeavingWords(transaction, row)
  if (end.state === 'done') await keepOwnerless(transaction, row, words, end.leftAt)
  if (words) await tellOfEnd(transaction, row, words, end, setting)
  await writeDown({ ...row, because, directoryRequestIds }, words, end, setting.now, transaction)
}

/** Whoever is gone waits for no answer; what hinders a removal that was granted is told where it was. */
async function endExitRequests(
  transaction: Transaction<Tables>,
  { guestId, exitRequestId }: LeavingRow,
  end: End,
  now: Date,
): Promise<void> {
  const isGone = end.state === 'done' || end.because === 'no-longer-here'
  if (!isGone) {
    if (!exitRequestId) return
    await transaction
      .updateTable('exitRequest')
      .set({ because: end.because })
      .where('exitRequestId', '=', exitRequestId)
      .where('state', '=', 'granted')
      .execute()
    return
  }
  await sql`UPDATE exit_request SET ended_at = ${now}, because = NULL,
      state = CASE WHEN ${end.state === 'done'} AND exit_request_id = ${exitRequestId}
        THEN 'done' ELSE 'gone' END
    WHERE guest_id = ${guestId} AND state IN ('waiting', 'open', 'granted')`.execute(transaction)
}

/** What is done shows at once; what was only attempted is taken back. */
async function showEnd(
  transaction: Transaction<Tables>,
  { guestId, groupId, attemptedAt }: LeavingRow,
  end: End,
): Promise<void> {
  if (groupId) {
    if (end.state === 'done') await forgetMembership(transaction, guestId, groupId)
  } else if (end.state === 'done') {
    await noteRemoval(transaction, guestId, end.leftAt)
  } else if (attemptedAt && end.because !== 'no-longer-here') {
    await takeBackRemoval(transaction, guestId, attemptedAt)
  }
}

async function writeDown(
  row: LeavingRow,
  words: LeavingWords | undefined,
  end: End,
  now: Date,
  transaction: Transaction<Tables>,
): Promise<void> {
  const { groupId, guestId, signedInAt } = row
  const groupCount = groupId ? undefined : countHeld(row.holdings)
  await appendToJournal(transaction, {
    organizationId: row.organizationId,
    at: now,
    act: groupId ? 'leave-group' : 'leave-organization',
    outcome: end.state,
    because: row.because ?? undefined,
    actor: row.grantedBy
      ? { kind: row.grantedAs as ActorKind, id: row.grantedBy }
      : { kind: 'guest', id: guestId },
    onBehalfOf: row.grantedBy ? guestId : undefined,
    guestId,
    objectId: groupId ?? undefined,
    subjectId: row.leavingId,
    requestId: row.requestId,
    tokenId: row.tokenId ?? undefined,
    sessionId: row.sessionId ?? undefined,
    directoryRequestIds: row.directoryRequestIds,
    facts: {
      askedAt: row.askedAt.toISOString(),
      ...(signedInAt ? { signedInAt: signedInAt.toISOString() } : {}),
      ...(groupCount === undefined ? {} : { groupCount }),
      ...(end.state === 'done' && row.ownedAlone.length > 0 ? { ownerless: row.ownedAlone } : {}),
      ...(row.proposedOwners ? { proposedOwners: row.proposedOwners } : {}),
    },
    words: words && {
      guest: words.guest.name,
      organization: words.organization,
      ...(words.group === undefined ? {} : { group: words.group }),
    },
  })
}
