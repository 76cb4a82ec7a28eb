import { createHash, randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { codeMinutes, codeTries } from '@foyer/lifecycle/exit-request'
import type { Selectable, Transaction } from 'kysely'
import { makeLink } from '../links/make-link.ts'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'

/** The kind of the steps that look up an address, and mail a code to a guest who has it. */
export const sendCodeKind = 'exit-code'

export type ExitCodeRow = Selectable<Tables['exitCode']>

export interface AskedCode {
  readonly organizationId: OrganizationId
  /** As it was typed. */
  readonly address: string
  readonly language: string
  readonly requestId: string
  /** By the Clock. */
  readonly askedAt: Date
}

/**
 * Keeps that somebody wants a code. Whether the address is known is looked up by a step and not here,
 * so that neither what is answered nor how long it takes can tell.
 *
 * @returns what the browser that asked keeps: only together with it the code counts.
 */
export async function askForCode(
  transaction: Transaction<Tables>,
  { organizationId, address, language, requestId, askedAt }: AskedCode,
): Promise<string> {
  const exitCodeId = randomUUID()
  const endsAt = codeEndsAt(askedAt)
  await transaction
    .insertInto('exitCode')
    .values({ organizationId, exitCodeId, endsAt, language, requestId, address })
    .execute()
  await addStep(transaction, {
    organizationId,
    kind: sendCodeKind,
    subjectId: exitCodeId,
    key: `exit-code:${exitCodeId}`,
    urgency: urgency.awaited,
  })
  // Longer than the code, so that one which has ended is told from one that never was.
  const expiresAt = new Date(endsAt.getTime() + 60 * 60_000)
  return makeLink(transaction, {
    organizationId,
    kind: 'exit-attempt',
    subjectId: exitCodeId,
    expiresAt,
  })
}

export function codeEndsAt(from: Date): Date {
  return new Date(from.getTime() + codeMinutes * 60_000)
}

/** Makes the digits for a guest who has the address: they are known to their mail, and kept nowhere. */
export async function makeCode(
  transaction: Transaction<Tables>,
  { exitCodeId }: Pick<ExitCodeRow, 'exitCodeId'>,
  guestId: PersonId,
  now: Date,
): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await transaction
    .updateTable('exitCode')
    .set({ guestId, codeHash: hashOf(exitCodeId, code), endsAt: codeEndsAt(now), address: null })
    .where('exitCodeId', '=', exitCodeId)
    .execute()
  return code
}

/** What came of a try: the code's own row where it is right. */
export type Tried = ExitCodeRow | 'code-refused' | 'code-ended'

/** Tries a code once; a try counts whatever comes of it. */
export async function tryCode(
  transaction: Transaction<Tables>,
  exitCodeId: string,
  code: string,
  now: Date,
): Promise<Tried> {
  const row = await findCode(transaction, exitCodeId)
  if (!row || row.isClosed || row.tries >= codeTries || now >= row.endsAt) return 'code-ended'
  await transaction
    .updateTable('exitCode')
    .set({ tries: row.tries + 1 })
    .where('exitCodeId', '=', exitCodeId)
    .execute()
  const given = hashOf(exitCodeId, code)
  // Nobody's code is compared too, with what no digits make.
  const isRight = timingSafeEqual(given, row.codeHash ?? hashOf(exitCodeId, ''))
  return isRight && row.codeHash ? row : 'code-refused'
}

export async function findCode(
  transaction: Transaction<Tables>,
  exitCodeId: string,
): Promise<ExitCodeRow | undefined> {
  return transaction
    .selectFrom('exitCode')
    .selectAll()
    .where('exitCodeId', '=', exitCodeId)
    .forUpdate()
    .executeTakeFirst()
}

/** From here on it counts no more. */
export async function closeCode(
  transaction: Transaction<Tables>,
  exitCodeId: string,
): Promise<void> {
  await transaction
    .updateTable('exitCode')
    .set({ isClosed: true })
    .where('exitCodeId', '=', exitCodeId)
    .execute()
}

function hashOf(exitCodeId: string, code: string): Buffer {
  return createHash('sha256').update(`${exitCodeId}\n${code}`).digest()
}
