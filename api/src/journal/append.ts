import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { keepGuestKey } from '../words/guest-key.ts'
import { sealWords } from '../words/seal.ts'
import { type Act, genesis, hashOfEntry, type Outcome } from './entry.ts'

/** What is written down: who did what to whom, on whose behalf, by which request, and how it ended. */
export interface NewEntry {
  readonly organizationId: OrganizationId
  /** By the Clock. */
  readonly at: Date
  readonly act: Act
  readonly outcome: Outcome
  readonly because?: string | undefined
  readonly actor: {
    readonly kind: 'guest' | 'sponsor' | 'operator' | 'foyer'
    readonly id?: string
  }
  readonly onBehalfOf?: PersonId | undefined
  readonly guestId?: PersonId | undefined
  /** What it was done with, as a group. */
  readonly objectId?: string | undefined
  /** The row of the work. */
  readonly subjectId?: string | undefined
  readonly requestId?: string | undefined
  /** `uti` and `sid` of the token: the organization finds the very sign-in by them. */
  readonly tokenId?: string | undefined
  readonly sessionId?: string | undefined
  readonly directoryRequestIds?: readonly string[] | undefined
  /** Ids, codes and numbers only. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined
  /** Names, reasons and notes, which can be erased. */
  readonly words?: object | undefined
}

/**
 * Appends an entry, in the transaction of what it tells of. It comes last there: from here to the
 * end of the transaction every other entry of the organization waits.
 */
export async function appendToJournal(
  transaction: Transaction<Tables>,
  { organizationId, actor, words, ...entry }: NewEntry,
): Promise<void> {
  const { guestId } = entry
  if (words && !guestId) throw new TypeError('words are about a guest, whose key seals them')
  const sealed =
    words && guestId
      ? sealWords(await keepGuestKey(transaction, organizationId, guestId), words)
      : null
  const head = await lockHead(transaction, organizationId)
  const row = {
    organizationId,
    position: head.position + 1,
    at: entry.at,
    act: entry.act,
    outcome: entry.outcome,
    because: entry.because ?? null,
    actorKind: actor.kind,
    actorId: actor.id ?? null,
    onBehalfOf: entry.onBehalfOf ?? null,
    guestId: guestId ?? null,
    objectId: entry.objectId ?? null,
    subjectId: entry.subjectId ?? null,
    requestId: entry.requestId ?? null,
    tokenId: entry.tokenId ?? null,
    sessionId: entry.sessionId ?? null,
    directoryRequestIds: [...(entry.directoryRequestIds ?? [])],
    facts: entry.facts ?? {},
    words: sealed,
  }
  const hash = hashOfEntry(head.hash, row)
  await transaction
    .insertInto('journal')
    .values({ ...row, facts: JSON.stringify(row.facts), previousHash: head.hash, hash })
    .execute()
  await transaction.updateTable('journalHead').set({ position: row.position, hash }).execute()
}

async function lockHead(transaction: Transaction<Tables>, organizationId: OrganizationId) {
  const find = async () =>
    transaction
      .selectFrom('journalHead')
      .select(['position', 'hash'])
      .forUpdate()
      .executeTakeFirst()
  const head = await find()
  if (head) return head
  await sql`INSERT INTO journal_head (organization_id, position, hash)
    VALUES (${organizationId}, 0, ${genesis}) ON CONFLICT DO NOTHING`.execute(transaction)
  const made = await find()
  if (!made) throw new Error('the head of a journal is not there')
  return made
}
