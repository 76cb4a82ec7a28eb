import type { OrganizationId } from '@foyer/contracts/ids'
import type { ExitRequestState } from '@foyer/contracts/exit-request'
import type { Selectable, Transaction } from 'kysely'
import type { Told } from '../leaving/leaving.ts'
import type { Tables } from '../store/tables.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'

type Row = Selectable<Tables['exitRequest']>

/** A guest's request that their access be ended, who cannot leave by themselves. */
export interface ExitRequestRow extends Row {
  readonly state: ExitRequestState
}

/** The words of a request: sealed with the guest's key, and gone with it. */
export interface ExitWords {
  readonly guest: { readonly name: string; readonly mail: string }
  /** Every address of the account, the one where the code was read among them. */
  readonly addresses: readonly string[]
  readonly organization: string
  /** Those who vouch for the guest. */
  readonly told: readonly Told[]
  readonly privacyContact?: string | undefined
  readonly reason?: string | undefined
  /** Of a refusal, from whoever answered to whoever asked. */
  readonly note?: string | undefined
  readonly answeredBy?: string | undefined
}

/** In which a request goes its way: of each guest there is one at most. */
export const underWay = ['waiting', 'open', 'granted'] as const

type By = { readonly exitRequestId: string } | { readonly codeId: string }

export async function findExitRequest(
  transaction: Transaction<Tables>,
  by: By,
): Promise<ExitRequestRow | undefined> {
  return (await select(transaction, by).executeTakeFirst()) as ExitRequestRow | undefined
}

/** For whoever decides: of two at the same moment, the second sees what the first did. */
export async function lockExitRequest(
  transaction: Transaction<Tables>,
  by: By,
): Promise<ExitRequestRow | undefined> {
  return (await select(transaction, by).forUpdate().executeTakeFirst()) as
    ExitRequestRow | undefined
}

/** The one of a guest that goes its way; undefined where there is none. */
export async function findExitUnderWay(
  transaction: Transaction<Tables>,
  guestId: Row['guestId'],
): Promise<ExitRequestRow | undefined> {
  const row = await transaction
    .selectFrom('exitRequest')
    .selectAll()
    .where('guestId', '=', guestId)
    .where('state', 'in', underWay)
    .executeTakeFirst()
  return row as ExitRequestRow | undefined
}

function select(transaction: Transaction<Tables>, by: By) {
  const query = transaction.selectFrom('exitRequest').selectAll()
  return 'exitRequestId' in by
    ? query.where('exitRequestId', '=', by.exitRequestId)
    : query.where('codeId', '=', by.codeId)
}

/** Undefined where the words were erased. */
export async function readExitWords(
  transaction: Transaction<Tables>,
  { guestId, words }: Pick<Row, 'guestId' | 'words'>,
): Promise<ExitWords | undefined> {
  const key = await findGuestKey(transaction, guestId)
  return key && (unsealWords(key, words) as ExitWords)
}

export async function sealExitWords(
  transaction: Transaction<Tables>,
  { organizationId, guestId }: { organizationId: OrganizationId; guestId: Row['guestId'] },
  words: ExitWords,
): Promise<Uint8Array> {
  return sealWords(await keepGuestKey(transaction, organizationId, guestId), words)
}

export async function changeExitRequest(
  transaction: Transaction<Tables>,
  { exitRequestId }: Pick<Row, 'exitRequestId'>,
  changes: Partial<Omit<ExitRequestRow, 'organizationId' | 'exitRequestId'>>,
): Promise<void> {
  await transaction
    .updateTable('exitRequest')
    .set(changes)
    .where('exitRequestId', '=', exitRequestId)
    .execute()
}
