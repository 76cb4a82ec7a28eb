import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Proposal } from '../departure/require-proposals.ts'
import { findKeptRequest, keepRequest } from '../http/kept-request.ts'
import type { RequestKey } from '../http/request-key.ts'
import { spendAct } from '../limits/spend-act.ts'
import { makeLink } from '../links/make-link.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { addStep } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'
import { keepGuestKey } from '../words/guest-key.ts'
import { sealWords } from '../words/seal.ts'
import {
  leaveGroupKind,
  leaveOrganizationKind,
  type LeavingWords,
  receiptEndsAt,
  type Subject,
} from './leaving.ts'
import { tellOfWait } from './tell.ts'

/** A guest's will to leave, after everything was asked of them and of the directory. */
export interface Will extends Subject {
  readonly caller: CallerIdentity
  readonly words: LeavingWords
  readonly language: string
  readonly requestId: string
  readonly key?: RequestKey | undefined
  /** The authentication context that was met by it. */
  readonly metContext?: string | undefined
  /** Whom they propose as owners, after the directory was asked whether these can be. */
  readonly proposals?: readonly Proposal[]
  /** Not before: until then it can be taken back. */
  readonly beginsAt?: Date | undefined
  /** By the Clock. */
  readonly askedAt: Date
}

/**
 * Accepts that somebody leaves: from here on it is done, or ends with a reason, whatever happens to
 * this process.
 *
 * @returns the address of the receipt.
 * @throws {ProblemError} for too many acts.
 * @throws {StoreError}
 */
export async function acceptLeaving(store: Store, will: Will): Promise<string> {
  const { organizationId, guestId, key, askedAt } = will
  await spendAct(store, organizationId, guestId)
  return store.asOrganization(organizationId, async (transaction) => {
    const leavingId = await keepLeaving(transaction, will)
    if (key) {
      await keepRequest(transaction, { organizationId, personId: guestId }, key, leavingId)
    }
    return giveReceipt(transaction, will, leavingId, askedAt)
  })
}

/**
 * What was accepted under this key before: whoever repeats a request is given another address of the
 * same receipt, whatever has become of them meanwhile.
 *
 * @throws {ProblemError} for a key that was sent with another request.
 * @throws {StoreError}
 */
export async function findAccepted(
  store: Store,
  { organizationId, personId }: CallerIdentity,
  key: RequestKey,
  now: Date,
): Promise<string | undefined> {
  return store.asOrganization(organizationId, async (transaction) => {
    const leavingId = await findKeptRequest(transaction, personId, key)
    return leavingId && giveReceipt(transaction, { organizationId }, leavingId, now)
  })
}

/** Whoever asks again while it is under way has asked for the same. */
async function keepLeaving(transaction: Transaction<Tables>, will: Will): Promise<string> {
  const { organizationId, guestId, groupId, caller } = will
  const leavingId = randomUUID()
  const guestKey = await keepGuestKey(transaction, organizationId, guestId)
  const words = sealWords(guestKey, will.words)
  const proposed = will.proposals?.map(({ groupId, personId }) => ({ groupId, personId })) ?? []
  const { rows } = await sql<object>`
    INSERT INTO leaving (organization_id, leaving_id, guest_id, group_id, asked_at, language,
      request_id, token_id, session_id, signed_in_at, begins_at, met_context,
      proposed_owners, words)
    VALUES (${organizationId}, ${leavingId}, ${guestId}, ${groupId ?? null}, ${will.askedAt},
      ${will.language}, ${will.requestId}, ${caller.tokenId ?? null}, ${caller.sessionId ?? null},
      to_timestamp(${caller.signedInAt ?? null}::float8), ${will.beginsAt ?? null},
      ${will.metContext ?? null}, ${proposed.length > 0 ? JSON.stringify(proposed) : null}::jsonb,
      ${words})
    ON CONFLICT DO NOTHING RETURNING 1`.execute(transaction)
  if (rows.length === 0) {
    const underWay = await transaction
      .selectFrom('leaving')
      .select('leavingId')
      .where('guestId', '=', guestId)
      .where('groupId', groupId ? '=' : 'is', groupId ?? null)
      .orderBy('askedAt', 'desc')
      .executeTakeFirstOrThrow()
    return underWay.leavingId
  }
  if (will.beginsAt) await tellOfWait(transaction, will, leavingId, will.beginsAt)
  await addStep(transaction, {
    organizationId,
    kind: groupId ? leaveGroupKind : leaveOrganizationKind,
    subjectId: leavingId,
    key: `leaving:${leavingId}`,
    urgency: urgency.awaited,
  })
  return leavingId
}

async function giveReceipt(
  transaction: Transaction<Tables>,
  { organizationId }: Pick<Subject, 'organizationId'>,
  subjectId: string,
  now: Date,
): Promise<string> {
  const link = { organizationId, subjectId, expiresAt: receiptEndsAt(now) }
  return `/receipts/${await makeLink(transaction, { ...link, kind: 'receipt' })}`
}
