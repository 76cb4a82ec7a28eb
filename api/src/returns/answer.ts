import type { Act } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import { appendToJournal } from '../journal/append.ts'
import { readLeavingWords } from '../leaving/leaving.ts'
import { postMail } from '../mail/post.ts'
import type { Answerer } from '../token/answerer.ts'
import { addRestoration, type DoneLeaving } from '../restoring/restoration.ts'
import type { Tables } from '../store/tables.ts'
import { keepGuestKey } from '../words/guest-key.ts'
import { sealWords } from '../words/seal.ts'
import { findHold, keepHold } from './hold.ts'
import { findReturnRequest, type RequestWords, type ReturnRequest } from './request.ts'

/** What every answer knows. */
export interface Answering {
  readonly leaving: DoneLeaving
  readonly answerer: Answerer
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
}

/**
 * Has a guest brought back who asked for it: from here on it is done, or ends with a reason.
 *
 * @throws {ProblemError} `return-not-asked` where nobody waits for the answer, `return-not-possible`
 *   while a hold stands.
 */
export async function grantReturn(
  transaction: Transaction<Tables>,
  answering: Answering,
  { withoutGroups, note }: { readonly withoutGroups: readonly string[]; readonly note?: string },
): Promise<void> {
  const { leaving, answerer, requestId, now } = answering
  if (await findHold(transaction, leaving.leavingId)) throw new ProblemError('return-not-possible')
  const request = await closeRequest(transaction, answering, 'granted', note)
  await addRestoration(transaction, {
    leaving,
    language: request.language,
    requestId,
    askedAt: now,
    granted: { by: answerer.personId, as: answerer.answersAs, withoutGroups },
  })
}

/** @throws {ProblemError} `return-not-asked` where nobody waits for the answer. */
export async function refuseReturn(
  transaction: Transaction<Tables>,
  answering: Answering,
  note: string | undefined,
): Promise<void> {
  const request = await closeRequest(transaction, answering, 'refused', note)
  await tellRefusal(transaction, answering, request, note)
  await writeDown(transaction, answering, 'refuse-return')
}

/** Holds a guest out; a request that waits is refused by it, without the reason of the hold. */
export async function placeHold(
  transaction: Transaction<Tables>,
  answering: Answering,
  reason: string,
): Promise<void> {
  const { leaving, answerer, now } = answering
  const { organizationId, leavingId, guestId } = leaving
  await keepHold(transaction, {
    organizationId,
    leavingId,
    guestId,
    placedAt: now,
    placedBy: answerer.personId,
    words: { reason, placedBy: answerer.name },
  })
  const request = await findReturnRequest(transaction, leavingId)
  if (request?.state === 'open') await refuseReturn(transaction, answering, undefined)
  await writeDown(transaction, answering, 'place-hold')
}

/** One that is not there is lifted already. */
export async function liftHold(
  transaction: Transaction<Tables>,
  answering: Answering,
): Promise<void> {
  const { leavingId } = answering.leaving
  const { numDeletedRows } = await transaction
    .deleteFrom('returnHold')
    .where('leavingId', '=', leavingId)
    .executeTakeFirst()
  if (numDeletedRows > 0n) await writeDown(transaction, answering, 'lift-hold')
}

/** Only one of two who answer at the same moment does. */
async function closeRequest(
  transaction: Transaction<Tables>,
  { leaving, answerer, now }: Answering,
  state: 'granted' | 'refused',
  note: string | undefined,
): Promise<ReturnRequest> {
  const { organizationId, leavingId, guestId } = leaving
  const request = await findReturnRequest(transaction, leavingId)
  if (request?.state !== 'open') throw new ProblemError('return-not-asked')
  const words: RequestWords = {
    ...(request.reason === undefined ? {} : { reason: request.reason }),
    ...(note === undefined ? {} : { note }),
    answeredBy: answerer.name,
  }
  const { numUpdatedRows } = await transaction
    .updateTable('returnRequest')
    .set({
      state,
      answeredAt: now,
      answeredBy: answerer.personId,
      words: sealWords(await keepGuestKey(transaction, organizationId, guestId), words),
    })
    .where('leavingId', '=', leavingId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new ProblemError('return-not-asked')
  return request
}

async function tellRefusal(
  transaction: Transaction<Tables>,
  { leaving, now }: Answering,
  { language }: ReturnRequest,
  note: string | undefined,
): Promise<void> {
  const { organizationId, guestId, leavingId } = leaving
  const words = await readLeavingWords(transaction, leaving)
  if (!words?.guest.mail) return
  await postMail(transaction, {
    organizationId,
    guestId,
    at: now,
    key: `return-request:${leavingId}:refused`,
    to: words.guest.mail,
    language,
    content: {
      template: 'return-refused',
      name: words.guest.name,
      organization: words.organization,
      hasNote: note !== undefined,
      leavingId,
    },
  })
}

async function writeDown(
  transaction: Transaction<Tables>,
  { leaving, answerer, requestId, now }: Answering,
  act: Act,
): Promise<void> {
  const { organizationId, guestId, leavingId } = leaving
  const words = await readLeavingWords(transaction, leaving)
  await appendToJournal(transaction, {
    organizationId,
    at: now,
    act,
    outcome: 'done',
    actor: { kind: answerer.answersAs, id: answerer.personId },
    guestId,
    objectId: leavingId,
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    words: words && {
      guest: words.guest.name,
      organization: words.organization,
      actor: answerer.name,
    },
  })
}
