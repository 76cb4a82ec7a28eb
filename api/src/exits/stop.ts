import type { ActorKind } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import { changeExitRequest, type ExitRequestRow, readExitWords, underWay } from './request.ts'
import { setAccess } from './set-access.ts'
import { tellGuest } from './tell.ts'
import { writeDownExit } from './write-down.ts'

/** Who stops a request, and how it is found in the logs. */
export interface Stopping {
  readonly actor: { readonly kind: ActorKind; readonly id?: string }
  readonly requestId: string
  readonly tokenId?: string | undefined
  readonly sessionId?: string | undefined
  /** By the Clock. */
  readonly at: Date
}

/** Whether a request can still be stopped: not once its guest is being removed. */
export async function isStoppable(
  transaction: Transaction<Tables>,
  { exitRequestId, state }: Pick<ExitRequestRow, 'exitRequestId' | 'state'>,
): Promise<boolean> {
  if (!underWay.some((each) => each === state)) return false
  const removal = await transaction
    .selectFrom('leaving')
    .select('leavingId')
    .where('exitRequestId', '=', exitRequestId)
    .where('state', '=', 'under-way')
    .where('attemptedAt', 'is not', null)
    .executeTakeFirst()
  return removal === undefined
}

/**
 * Ends a request that the guest does not want, which is locked, and takes back the block that had begun
 * by it. One that ended without an end of the access stays as it is.
 *
 * @throws {ProblemError} `leaving-not-stoppable` where the guest is being removed, or was.
 */
export async function stopRequest(
  transaction: Transaction<Tables>,
  row: ExitRequestRow,
  { actor, at, ...found }: Stopping,
): Promise<void> {
  if (row.state === 'stopped' || row.state === 'refused') return
  if (!(await isStoppable(transaction, row))) throw new ProblemError('leaving-not-stoppable')
  const isUnblocked = row.blockedAt !== null
  await changeExitRequest(transaction, row, { state: 'stopped', endedAt: at })
  if (isUnblocked || row.state === 'granted') await setAccess(transaction, row)
  const words = await readExitWords(transaction, row)
  if (words) {
    const { guest, organization, addresses } = words
    await tellGuest(
      transaction,
      row,
      { at, what: 'stopped', to: addresses },
      {
        template: 'exit-stopped',
        name: guest.name,
        organization,
        isUnblocked,
      },
    )
  }
  await writeDownExit(transaction, row, { act: 'stop-exit', outcome: 'done', actor, at, ...found })
}
