import { sql, type Transaction } from 'kysely'
import type { SigningKeys } from '../signing/signing-keys.ts'
import type { OwnedStore } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { genesis, hashOfText } from './entry.ts'
import { asOfOneMoment, readChain } from './read-chain.ts'
import { readRoot, type Root } from './root.ts'

/** What is wrong with a journal, and where. */
export interface Finding {
  readonly position: number
  readonly what: FindingKind
  /** The same for a person, in a sentence. */
  readonly sentence: string
}

type FindingKind =
  | 'entry-missing'
  | 'entry-altered'
  | 'entry-unlinked'
  | 'head-differs'
  | 'root-unsigned'
  | 'root-altered'
  | 'root-refuted'
  | 'root-lost'

export interface Verified {
  readonly entries: number
  /** Of both kinds, each once. */
  readonly roots: number
  readonly findings: readonly Finding[]
  /** Of further findings, which are only counted. */
  readonly more: number
}

export interface VerifySetting {
  readonly keys: SigningKeys
  /** Roots from outside, as they were mailed: the database could be rewritten with all that is in it. */
  readonly mailed?: readonly Root[]
  readonly progress?: (entries: number) => void
}

const mostFindings = 1_000

/**
 * Recomputes a journal from its first entry on, and compares it with its head, with the roots that
 * were kept, and with those that were sent away.
 */
export async function verifyJournal(
  store: Pick<OwnedStore, 'database'>,
  organizationId: string,
  { keys, mailed = [], progress = () => {} }: VerifySetting,
): Promise<Verified> {
  const findings: Finding[] = []
  let more = 0
  function find(position: number, what: FindingKind, sentence: string): void {
    if (findings.length < mostFindings) findings.push({ position, what, sentence })
    else more += 1
  }

  return asOfOneMoment(store, organizationId, async (transaction) => {
    const kept = await readKeptRoots(transaction, organizationId, keys, find)
    const lost = mailed.filter((root) => !kept.some((one) => isSame(one, root)))
    for (const { position, day } of lost) {
      find(position, 'root-lost', `the root of ${day} that was mailed is not kept any more`)
    }
    const roots = [...kept, ...lost]
    const rootsAt = Map.groupBy(roots, ({ position }) => position)
    const refute = ({ position, day }: Root) =>
      find(position, 'root-refuted', `entry ${position} is not the one that was signed on ${day}`)

    let last: { position: number; hash: Uint8Array } = { position: 0, hash: genesis }
    let entries = 0
    for await (const entry of readChain(transaction, organizationId)) {
      const { position, chained, previousHash, hash } = entry
      if (position > last.position + 1) tellMissing(last.position + 1, position - 1, find)
      else if (position <= last.position || !equal(previousHash, last.hash)) {
        find(position, 'entry-unlinked', `entry ${position} does not follow the entry before it`)
      }
      if (chained === undefined || !equal(hashOfText(previousHash, chained), hash)) {
        find(position, 'entry-altered', `entry ${position} is not what was written down`)
      }
      for (const root of rootsAt.get(position) ?? []) {
        if (root.hash !== hex(hash)) refute(root)
      }
      last = { position, hash }
      entries += 1
      if (entries % 10_000 === 0) progress(entries)
    }
    await compareHead(transaction, organizationId, last, find)
    for (const root of roots) if (root.position > last.position) refute(root)
    return { entries, roots: roots.length, findings, more }
  })
}

type Find = (position: number, what: FindingKind, sentence: string) => void

function tellMissing(from: number, to: number, find: Find): void {
  const which = from === to ? `entry ${from} is` : `entries ${from} to ${to} are`
  find(from, 'entry-missing', `${which} missing`)
}

/** Only what was signed counts; the columns beside it are there for queries. */
async function readKeptRoots(
  transaction: Transaction<Tables>,
  organizationId: string,
  keys: SigningKeys,
  find: Find,
): Promise<Root[]> {
  const rows = await transaction
    .selectFrom('journalRoot')
    .selectAll()
    .where('organizationId', '=', organizationId as Tables['journalRoot']['organizationId'])
    .orderBy('day')
    .execute()
  const roots: Root[] = []
  for (const { day, position, hash, signed } of rows) {
    const root = await readRoot(keys, signed)
    if (!root || root.organization !== organizationId) {
      find(position, 'root-unsigned', `the root of ${day} was not signed by Foyer`)
      continue
    }
    if (root.day !== day || root.position !== position || root.hash !== hex(hash)) {
      find(root.position, 'root-altered', `the root of ${root.day} is not kept as it was signed`)
    }
    roots.push(root)
  }
  return roots
}

async function compareHead(
  transaction: Transaction<Tables>,
  organizationId: string,
  last: { readonly position: number; readonly hash: Uint8Array },
  find: Find,
): Promise<void> {
  const { rows } = await sql<{ position: number; hash: Uint8Array }>`
    SELECT position, hash FROM journal_head WHERE organization_id = ${organizationId}`.execute(
    transaction,
  )
  const head = rows[0] ?? { position: 0, hash: genesis }
  if (head.position > last.position) tellMissing(last.position + 1, head.position, find)
  else if (head.position < last.position) {
    find(last.position, 'head-differs', `the head is at ${head.position}, not at ${last.position}`)
  } else if (!equal(head.hash, last.hash)) {
    find(last.position, 'head-differs', `the head has another hash than entry ${last.position}`)
  }
}

function isSame(one: Root, other: Root): boolean {
  return one.day === other.day && one.position === other.position && one.hash === other.hash
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
