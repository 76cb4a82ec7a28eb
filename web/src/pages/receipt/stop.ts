import { stopLeaving } from '@foyer/contracts/receipt'
import type { ActionFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { settle } from '../../failure.ts'

/** Takes a leaving back that waits for its time; after it the router reads the page again. */
export async function stopAction({ params, context }: ActionFunctionArgs) {
  const token = params['token'] ?? ''
  return settle(context.get(callContext)(stopLeaving, { params: { token } }))
}
