import type { ActorKind } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
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

/** Whether a request can still be stopped: what is removed cannot. */
export function isStoppable({ state }: Pick<ExitRequestRow, 'state'>): boolean {
  return underWay.some((each) => each === state)
}

/**
 * Ends a request that the guest does not want, and takes back the block that had begun by it. What has
 * ended already stays as it is.
 */
export async function stopRequest(
  transaction: Transaction<Tables>,
  row: ExitRequestRow,
  { actor, at, ...found }: Stopping,
): Promise<void> {
  if (!isStoppable(row)) return
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
