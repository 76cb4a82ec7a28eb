import { getReceipt, type Receipt } from '@foyer/contracts/receipt'
import { matchPath } from 'react-router'
import type { Call } from '../../call.ts'
import { type Answer, settle } from '../../failure.ts'
import { routes } from '../../paths.ts'
import type { PlaceReader } from '../../places/place-reader.ts'
import type { Leaving } from '../../session/leavings.ts'
import type { Session } from '../../session/session.ts'
import { forgetDeparted } from '../forget-departed.ts'

export interface ReceiptTools {
  readonly session: Session
  readonly call: Call
  readonly places: PlaceReader
}

/** Reads what stands at the address of a receipt. What ended there has ended for this tab too. */
export async function readReceipt(
  address: string,
  { session, call, places }: ReceiptTools,
): Promise<Answer<Receipt>> {
  const token = matchPath(routes.receipt, address)?.params.token ?? ''
  const answer = await settle(call(getReceipt, { params: { token } }))
  const leaving = findLeaving(session, address)
  if (!leaving) return answer
  if ('failure' in answer) {
    if (answer.failure.code === 'receipt-not-found') session.leavings.forget(address)
    return answer
  }
  const { state, group } = answer.value
  if (state === 'done' && group === undefined) {
    // Kept: whoever asks for the organization is led to the receipt.
    session.leavings.keep({ ...leaving, isDone: true })
    await forgetDeparted(leaving, { session, places })
  } else if (state !== 'under-way') {
    session.leavings.forget(address)
    // The home page counts the groups too.
    places.forget(leaving.organizationId)
  }
  return answer
}

/** What this tab knows of the leaving besides its receipt. */
export function findLeaving({ leavings }: Session, address: string): Leaving | undefined {
  return leavings.list().find(({ receipt }) => receipt === address)
}
