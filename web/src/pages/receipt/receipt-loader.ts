import type { Receipt } from '@foyer/contracts/receipt'
import { findWayBack, type WayBack } from '@foyer/contracts/way-back'
import type { LoaderFunctionArgs } from 'react-router'
import type { Call } from '../../call.ts'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { type Answer, settle } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { findLeaving, readReceipt } from './read-receipt.ts'

/** What became of a leaving, for whoever has the address: nobody has to sign in. */
export function receiptLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const places = context.get(placesContext)
  const token = params['token'] ?? ''
  const address = paths.receipt(token)
  const receipt = readReceipt(address, { session, call, places })
  return {
    contacts: findLeaving(session, address)?.contacts ?? [],
    receipt,
    wayBack: readWayBack(token, receipt, call),
  }
}

/** Asked for only where there is something to come back to. */
async function readWayBack(
  token: string,
  receipt: Promise<Answer<Receipt>>,
  call: Call,
): Promise<Answer<WayBack | undefined>> {
  const answer = await receipt
  const hasLeft =
    'value' in answer && answer.value.state === 'done' && answer.value.group === undefined
  return hasLeft ? settle(call(findWayBack, { params: { token } })) : { value: undefined }
}
