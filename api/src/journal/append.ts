import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Act, ActorKind, Outcome } from '@foyer/contracts/journal'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { keepGuestKey } from '../words/guest-key.ts'
import { sealWords } from '../words/seal.ts'
import { chainedInstant, chainedText, genesis, hashOfText, keptFacts, keptText } from './entry.ts'

/** What an entry names, sealed beside the chain. */
export interface EntryWords {
  /** The names at that time. */
  readonly guest: string
  readonly organization: string
  readonly group?: string | undefined
  /** Of whoever acted, where it was not the guest. */
  readonly actor?: string | undefined
  /** What they gave as their reason for going beyond a limit. */
  readonly reason?: string | undefined
}

/** What is written down: who did what to whom, on whose behalf, by which request, and how it ended. */
export interface NewEntry {
  readonly organizationId: OrganizationId
  /** By the Clock. */
  readonly at: Date
  readonly act: Act
  readonly outcome: Outcome
  readonly because?: string | undefined
  readonly actor: {
    readonly kind: ActorKind
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
  /** Ids, codes and whole numbers only. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined
  /** Names, reasons and notes, which can be erased. */
  readonly words?: EntryWords | undefined
}

/**
 * Appends an entry, in the transaction of what it tells of: two statements, where the guest has a
 * key already. It comes last there: from here to the end of the transaction every other entry of
 * the organization waits.
 */
export async function appendToJournal(
  transaction: Transaction<Tables>,
  { organizationId, at, actor, words, ...entry }: NewEntry,
): Promise<void> {
  const { guestId } = entry
  if (words && !guestId) throw new TypeError('words are about a guest, whose key seals them')
  const head = await lockHead(transaction, organizationId, guestId)
  const row = {
    organizationId: keptId(organizationId),
    position: head.position + 1,
    act: entry.act,
    outcome: entry.outcome,
    because: textOrNull(entry.because),
    actorKind: actor.kind,
    actorId: idOrNull(actor.id),
    onBehalfOf: idOrNull(entry.onBehalfOf),
    guestId: idOrNull(guestId),
    objectId: idOrNull(entry.objectId),
    subjectId: idOrNull(entry.subjectId),
    requestId: idOrNull(entry.requestId),
    tokenId: textOrNull(entry.tokenId),
    sessionId: textOrNull(entry.sessionId),
    directoryRequestIds: (entry.directoryRequestIds ?? []).map(keptText),
    facts: keptFacts(entry.facts ?? {}),
    words:
      words && guestId
        ? sealWords(head.key ?? (await keepGuestKey(transaction, organizationId, guestId)), words)
        : null,
  }
  const hash = hashOfText(head.hash, chainedText({ ...row, at: chainedInstant(at) }))
  const { numUpdatedRows } = await transaction
    .with('entry', (database) =>
      database
        .insertInto('journal')
        .values({
          ...row,
          at,
          facts: JSON.stringify(row.facts),
          previousHash: head.hash,
          hash,
        })
        .returning('position'),
    )
    .updateTable('journalHead')
    .set({ position: row.position, hash })
    .where('organizationId', '=', organizationId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error('the head of a journal is not there')
}

interface Head {
  readonly position: number
  readonly hash: Uint8Array
  /** The guest's; null where they have none yet. */
  readonly key: Uint8Array | null
}

async function lockHead(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  guestId: PersonId | undefined,
): Promise<Head> {
  const find = async () => {
    const { rows } = await sql<Head>`
      SELECT head.position, head.hash, guest_key.key FROM journal_head AS head
      LEFT JOIN guest_key ON guest_key.organization_id = head.organization_id
        AND guest_key.guest_id = ${guestId ?? null}
      WHERE head.organization_id = ${organizationId} FOR UPDATE OF head`.execute(transaction)
    return rows[0]
  }
  const head = await find()
  if (head) return head
  await sql`INSERT INTO journal_head (organization_id, position, hash)
    VALUES (${organizationId}, 0, ${genesis}) ON CONFLICT DO NOTHING`.execute(transaction)
  const made = await find()
  if (!made) throw new Error('the head of a journal is not there')
  return made
}

/** As a uuid comes back. */
function keptId<Id extends string>(id: Id): Id {
  return id.toLowerCase() as Id
}

function idOrNull<Id extends string>(id: Id | undefined): Id | null {
  return id === undefined ? null : keptId(id)
}

function textOrNull(text: string | undefined): string | null {
  return text === undefined ? null : keptText(text)
}
