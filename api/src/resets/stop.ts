import type { ActorKind } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import { changeReset, isUnderWay, readResetWords, type ResetRow } from './reset.ts'
import { tellOfStop, type Telling, tellPeople } from './tell.ts'
import { writeDownReset } from './write-down.ts'

/** Who stops a reset, and how it is found in the logs. */
export interface Stopping extends Telling {
  /** `address-said-no`, `stopped`, or why it cannot be done any more. */
  readonly because: string
  readonly actor: { readonly kind: ActorKind; readonly id?: string; readonly name?: string }
  readonly requestId: string
  readonly tokenId?: string | undefined
  readonly sessionId?: string | undefined
}

/**
 * Stops a reset, which is locked; one that ended without being done stays as it is.
 *
 * @throws {ProblemError} `reset-not-stoppable` where the sign-in is set back.
 */
export async function stopReset(
  transaction: Transaction<Tables>,
  row: ResetRow,
  { because, actor, requestId, tokenId, sessionId, ...telling }: Stopping,
): Promise<void> {
  if (row.state === 'done') throw new ProblemError('reset-not-stoppable')
  if (!isUnderWay(row)) return
  const { at } = telling
  await changeReset(transaction, row, { state: 'stopped', because, endedAt: at })
  const words = await readResetWords(transaction, row)
  if (words) {
    await tellOfStop(transaction, row, words, telling)
    const outcome = because === 'address-said-no' ? 'refused' : 'stopped'
    const by = actor.kind === 'guest' ? undefined : actor.name
    const news = { outcome, ...(by === undefined ? {} : { by }) } as const
    await tellPeople(transaction, row, [words.askedBy, words.agreedBy], news, telling)
  }
  await writeDownReset(transaction, row, {
    act: 'stop-reset',
    outcome: 'done',
    because,
    actor,
    requestId,
    tokenId,
    sessionId,
    at,
  })
}
