import { undoLeaving } from '@foyer/contracts/way-back'
import type { ActionFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { settle } from '../../failure.ts'

/** Takes the leaving of a receipt back; after it the router reads the page again. */
export async function undoAction({ params, context }: ActionFunctionArgs) {
  const token = params['token'] ?? ''
  return settle(context.get(callContext)(undoLeaving, { params: { token } }))
}
