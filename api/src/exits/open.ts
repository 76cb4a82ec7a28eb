import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Tables } from '../store/tables.ts'
import { changeExitRequest, type ExitRequestRow, readExitWords } from './request.ts'
import { tellWhoAnswers } from './tell.ts'

/** Puts a request that has waited to the organization: from here on it owes an answer. */
export async function openRequest(
  transaction: Transaction<Tables>,
  row: ExitRequestRow,
  connected: ConnectedOrganization,
  at: Date,
): Promise<void> {
  await changeExitRequest(transaction, row, { state: 'open' })
  const words = await readExitWords(transaction, row)
  if (words) await tellWhoAnswers(transaction, row, words, { connected, at, stage: 'open' })
}
