import type { LoaderFunctionArgs } from 'react-router'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { paths } from '../../paths.ts'
import { findLeaving, readReceipt } from './read-receipt.ts'

/** What became of a leaving, for whoever has the address: nobody has to sign in. */
export function receiptLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const places = context.get(placesContext)
  const address = paths.receipt(params['token'] ?? '')
  return {
    readAt: Date.now(),
    contacts: findLeaving(session, address)?.contacts ?? [],
    receipt: readReceipt(address, { session, call, places }),
  }
}
