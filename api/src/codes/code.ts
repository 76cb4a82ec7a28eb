import { createHash, randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { codeMinutes, codeTries } from '@foyer/lifecycle/exit-request'
import type { Selectable, Transaction } from 'kysely'
import { makeLink } from '../links/make-link.ts'
import type { Tables } from '../store/tables.ts'

export type CodeRow = Selectable<Tables['mailCode']>

/** What a code is asked for; it counts for nothing else. */
export type CodePurpose = 'exit' | 'departure'

export interface AskedCode {
  readonly organizationId: OrganizationId
  readonly purpose: CodePurpose
  /** As it was typed, where it is still to be looked up. */
  readonly address?: string
  readonly language: string
  readonly requestId: string
  /** By the Clock. */
  readonly askedAt: Date
}

/** Longer than the code, so that one which has ended is told from one that never was. */
const attemptMs = 60 * 60_000

/**
 * Keeps that somebody wants a code, which is still to be made.
 *
 * @returns its id, and what the browser that asked keeps: only together with it the code counts.
 */
export async function keepCode(
  transaction: Transaction<Tables>,
  { askedAt, ...asked }: AskedCode,
): Promise<{ readonly codeId: string; readonly attempt: string }> {
  const codeId = randomUUID()
  const endsAt = codeEndsAt(askedAt)
  await transaction
    .insertInto('mailCode')
    .values({ ...asked, codeId, endsAt })
    .execute()
  const attempt = await makeLink(transaction, {
    organizationId: asked.organizationId,
    kind: 'code-attempt',
    subjectId: codeId,
    expiresAt: new Date(endsAt.getTime() + attemptMs),
  })
  return { codeId, attempt }
}

function codeEndsAt(from: Date): Date {
  return new Date(from.getTime() + codeMinutes * 60_000)
}

/** Makes the digits for a guest: they are known to their mail, and kept nowhere. */
export async function makeCode(
  transaction: Transaction<Tables>,
  { codeId }: Pick<CodeRow, 'codeId'>,
  guestId: PersonId,
  now: Date,
): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await transaction
    .updateTable('mailCode')
    .set({ guestId, codeHash: hashOf(codeId, code), endsAt: codeEndsAt(now), address: null })
    .where('codeId', '=', codeId)
    .execute()
  return code
}

/** What came of a try: the code's own row where it is right. */
export type Tried = CodeRow | 'code-refused' | 'code-ended'

export interface Try {
  readonly codeId: string
  readonly code: string
  readonly purpose: CodePurpose
  /** By the Clock. */
  readonly now: Date
}

/** Tries a code once; a try counts whatever comes of it. */
export async function tryCode(
  transaction: Transaction<Tables>,
  { codeId, code, purpose, now }: Try,
): Promise<Tried> {
  const row = await lockCode(transaction, codeId)
  if (row?.purpose !== purpose || row.isClosed || row.tries >= codeTries || now >= row.endsAt)
    return 'code-ended'
  await transaction
    .updateTable('mailCode')
    .set({ tries: row.tries + 1 })
    .where('codeId', '=', codeId)
    .execute()
  const given = hashOf(codeId, code)
  // Nobody's code is compared too, with what no digits make.
  const isRight = timingSafeEqual(given, row.codeHash ?? hashOf(codeId, ''))
  return isRight && row.codeHash ? row : 'code-refused'
}

export async function findCode(
  transaction: Transaction<Tables>,
  codeId: string,
): Promise<CodeRow | undefined> {
  return select(transaction, codeId).executeTakeFirst()
}

/** For whoever decides: of two at the same moment, the second sees what the first did. */
export async function lockCode(
  transaction: Transaction<Tables>,
  codeId: string,
): Promise<CodeRow | undefined> {
  return select(transaction, codeId).forUpdate().executeTakeFirst()
}

function select(transaction: Transaction<Tables>, codeId: string) {
  return transaction.selectFrom('mailCode').selectAll().where('codeId', '=', codeId)
}

/** From here on it counts no more. */
export async function closeCode(transaction: Transaction<Tables>, codeId: string): Promise<void> {
  await transaction
    .updateTable('mailCode')
    .set({ isClosed: true })
    .where('codeId', '=', codeId)
    .execute()
}

function hashOf(codeId: string, code: string): Buffer {
  return createHash('sha256').update(`${codeId}\n${code}`).digest()
}
