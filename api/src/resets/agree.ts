import type { Reset } from '@foyer/contracts/reset'
import { lapsesAfter, mayAgreeToReset, opensAfter } from '@foyer/lifecycle/reset'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Deciding } from '../guests/decide.ts'
import type { ReachableDecider } from '../guests/find-decider.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import { requireNoEnding } from './ask.ts'
import {
  changeReset,
  factsOf,
  lockResetOf,
  readResetWords,
  type ResetRow,
  type ResetWords,
  tellReset,
} from './reset.ts'
import { tellOfDelay, tellPeople } from './tell.ts'
import { writeDownReset } from './write-down.ts'

/**
 * Another operator agrees, and the time begins in which everybody concerned can stop it. The same
 * again by the same person is the same.
 *
 * @throws {ProblemError}
 */
export async function agreeToReset(
  transaction: Transaction<Tables>,
  { guest, answerer, requestId, now }: Deciding,
  {
    operatorMail,
    vouching,
    connected,
  }: {
    readonly operatorMail: string | undefined
    readonly vouching: readonly ReachableDecider[]
    readonly connected: ConnectedOrganization
  },
): Promise<Reset> {
  const row = await lockResetOf(transaction, guest.personId)
  const words = row && (await readResetWords(transaction, row))
  if (!row || !words) throw new ProblemError('reset-not-asked')
  const isSame = row.state === 'waiting' && row.agreedBy === answerer.personId
  if (isSame) return requireTold(transaction, row)
  const refusal = mayAgreeToReset(factsOf(row), answerer.personId, now)
  if (refusal) throw new ProblemError(`reset-${refusal}`)
  requireSameAddress(words, guest.mail)
  await requireNoEnding(transaction, guest.personId)

  const opensAt = opensAfter(now)
  const agreedBy = { name: answerer.name, ...(operatorMail ? { mail: operatorMail } : {}) }
  await changeReset(transaction, row, {
    state: 'waiting',
    agreedAt: now,
    agreedBy: answerer.personId,
    opensAt,
    lapsesAt: lapsesAfter(opensAt),
    words: { ...words, agreedBy },
  })
  const changed = await lockResetOf(transaction, guest.personId)
  if (!changed) throw new Error('a reset that was just changed is not there')
  await tellOfDelay(transaction, changed, words, { connected, at: now, opensAt })
  const news = { outcome: 'waiting', by: answerer.name, opensAt } as const
  await tellPeople(transaction, changed, [words.askedBy, ...vouching], news, { connected, at: now })
  await writeDownReset(transaction, changed, {
    act: 'agree-to-reset',
    outcome: 'done',
    actor: { kind: 'operator', id: answerer.personId, name: answerer.name },
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    at: now,
  })
  return requireTold(transaction, changed)
}

/** @throws {ProblemError} where it was another address that said yes. */
export function requireSameAddress({ from }: Pick<ResetWords, 'from'>, mail?: string): void {
  if (mail?.toLowerCase() !== from.toLowerCase()) throw new ProblemError('reset-address-changed')
}

export async function requireTold(transaction: Transaction<Tables>, row: ResetRow): Promise<Reset> {
  const told = await tellReset(transaction, row)
  if (!told) throw new ProblemError('reset-not-asked')
  return told
}
