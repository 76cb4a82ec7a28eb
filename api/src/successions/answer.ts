import type { PersonId } from '@foyer/contracts/ids'
import type { SuccessionAsk, SuccessionCause } from '@foyer/contracts/succession'
import { sql, type Transaction } from 'kysely'
import type { Deciding } from '../guests/decide.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import { findGuestKey } from '../words/guest-key.ts'
import { unsealWords } from '../words/seal.ts'
import { type AskRow, type AskWords, changeAsk, findAsk } from './ask.ts'
import {
  changeSuccession,
  lockSuccession,
  moveSuccession,
  type SuccessionRow,
  type SuccessionWords,
} from './succession.ts'
import { writeDownSuccession } from './write-down.ts'

/** The newest so many. */
const most = 200

/** For whom somebody is asked to vouch; whoever was silent for long may still say yes. */
export async function listAskedOf(
  transaction: Transaction<Tables>,
  personId: PersonId,
): Promise<SuccessionAsk[]> {
  const { rows } = await sql<
    AskRow & Pick<SuccessionRow, 'cause'> & { readonly about: Uint8Array }
  >`
    SELECT ask.*, succession.cause, succession.words AS about FROM succession_ask ask
      JOIN succession USING (organization_id, succession_id)
    WHERE ask.candidate_id = ${personId} AND ask.state IN ('asked', 'accepting')
      AND succession.state IN ('open', 'accepting')
    ORDER BY ask.asked_at DESC LIMIT ${most}`.execute(transaction)
  const asked: SuccessionAsk[] = []
  for (const row of rows) {
    const key = await findGuestKey(transaction, row.guestId)
    if (!key) continue
    const { guest, openedBy, note } = unsealWords(key, row.about) as SuccessionWords
    const { group } = unsealWords(key, row.words) as AskWords
    asked.push({
      successionId: row.successionId,
      cause: row.cause as SuccessionCause,
      state: row.state as SuccessionAsk['state'],
      guest: guest.name,
      ...(guest.company === undefined ? {} : { company: guest.company }),
      ...(group === undefined ? {} : { group }),
      hasInvited: row.evidence === 'inviter',
      ...(openedBy ? { askedBy: openedBy.name } : {}),
      ...(note === undefined ? {} : { note }),
      askedAt: row.askedAt.toISOString(),
      answersUntil: row.answersUntil.toISOString(),
    })
  }
  return asked
}

/** @throws {ProblemError} `succession-not-asked` where nobody asks them, or asks no more. */
export async function requireAsk(
  transaction: Transaction<Tables>,
  successionId: string,
  candidateId: PersonId,
): Promise<{ readonly row: SuccessionRow; readonly ask: AskRow }> {
  const row = await lockSuccession(transaction, successionId)
  const ask = row && (await findAsk(transaction, successionId, candidateId))
  if (!row || !ask || ask.state === 'closed') throw new ProblemError('succession-not-asked')
  return { row, ask }
}

/** Who answers, and with which sign-in. */
type Answering = Pick<Deciding, 'requestId' | 'now'> & {
  readonly answerer: Omit<Deciding['answerer'], 'answersAs'>
}

/**
 * Somebody is ready to vouch: a worker writes it to the directory. Said twice, it is one.
 *
 * @throws {ProblemError} `succession-not-asked`, also where somebody else was quicker.
 */
export async function acceptSuccession(
  transaction: Transaction<Tables>,
  successionId: string,
  { answerer, requestId, now }: Answering,
): Promise<void> {
  const { row, ask } = await requireAsk(transaction, successionId, answerer.personId)
  if (ask.state === 'accepting' || ask.state === 'accepted') return
  if (ask.state !== 'asked' || row.state !== 'open') throw new ProblemError('succession-not-asked')
  await changeAsk(transaction, ask.askId, { state: 'accepting', answeredAt: now })
  await changeSuccession(transaction, successionId, {
    state: 'accepting',
    acceptedBy: answerer.personId,
  })
  await moveSuccession(transaction, row)
  await writeDownSuccession(transaction, row, {
    act: 'accept-succession',
    outcome: 'asked',
    actor: { kind: 'sponsor', id: answerer.personId, name: answerer.name },
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    at: now,
  })
}

/**
 * Somebody does not want to vouch, and says no more than that; the next one is asked.
 *
 * @throws {ProblemError} `succession-not-asked`
 */
export async function declineSuccession(
  transaction: Transaction<Tables>,
  successionId: string,
  { answerer, requestId, now }: Answering,
): Promise<void> {
  const { row, ask } = await requireAsk(transaction, successionId, answerer.personId)
  if (ask.state === 'declined') return
  if (ask.state !== 'asked') throw new ProblemError('succession-not-asked')
  await changeAsk(transaction, ask.askId, { state: 'declined', answeredAt: now })
  if (row.state === 'open') await moveSuccession(transaction, row)
  await writeDownSuccession(transaction, row, {
    act: 'decline-succession',
    outcome: 'done',
    // By id only: the guest reads their record, and who declined is not their business.
    actor: { kind: 'sponsor', id: answerer.personId },
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    at: now,
  })
}
