import { sql } from 'kysely'
import { appendToJournal } from '../journal/append.ts'
import { readLeavingWords } from '../leaving/leaving.ts'
import { spendAct } from '../limits/spend-act.ts'
import type { DoneLeaving } from '../restoring/restoration.ts'
import type { Store } from '../store/store.ts'
import { keepGuestKey } from '../words/guest-key.ts'
import { sealWords } from '../words/seal.ts'
import { findReturnRequest, type RequestWords } from './request.ts'
import { tellWhoCanAnswer } from './tell.ts'

/** Somebody who has left asks those who vouched for them to bring them back. */
export interface Asking {
  readonly leaving: DoneLeaving
  readonly reason: string | undefined
  readonly language: string
  readonly organizationLanguage: string
  /** Who is told where nobody who has a mail address can answer. */
  readonly privacyContact: string | undefined
  /** Where they answer. */
  readonly slug: string
  readonly requestId: string
  /** By the Clock. */
  readonly askedAt: Date
}

/**
 * Keeps a request to come back, and tells whoever can answer it: once for each leaving.
 *
 * @returns when it was asked for: whoever asks again has asked for the same.
 * @throws {ProblemError} for too many acts.
 * @throws {StoreError}
 */
export async function askToReturn(store: Store, asking: Asking): Promise<Date> {
  const { leaving, askedAt, language, requestId, reason } = asking
  const { organizationId, guestId, leavingId } = leaving
  await spendAct(store, organizationId, guestId)
  return store.asOrganization(organizationId, async (transaction) => {
    const key = await keepGuestKey(transaction, organizationId, guestId)
    const kept: RequestWords = reason === undefined ? {} : { reason }
    const { rows } = await sql<object>`
      INSERT INTO return_request (organization_id, leaving_id, guest_id, asked_at, language,
        request_id, words)
      VALUES (${organizationId}, ${leavingId}, ${guestId}, ${askedAt}, ${language}, ${requestId},
        ${sealWords(key, kept)})
      ON CONFLICT DO NOTHING RETURNING 1`.execute(transaction)
    if (rows.length === 0) {
      const before = await findReturnRequest(transaction, leavingId)
      if (!before) throw new Error('a request that was kept is not there')
      return before.askedAt
    }
    const words = await readLeavingWords(transaction, leaving)
    if (words) await tellWhoCanAnswer(transaction, leaving, words, { ...asking, at: askedAt })
    await appendToJournal(transaction, {
      organizationId,
      at: askedAt,
      act: 'ask-to-return',
      outcome: 'asked',
      actor: { kind: 'guest', id: guestId },
      guestId,
      objectId: leavingId,
      requestId,
      words: words && { guest: words.guest.name, organization: words.organization },
    })
    return askedAt
  })
}
