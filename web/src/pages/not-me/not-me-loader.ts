import { getObjection } from '@foyer/contracts/exit-request'
import type { LoaderFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { settle } from '../../failure.ts'

/** What a mail is about that somebody did not ask for. To open its address stops nothing. */
export function notMeLoader({ params, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? ''
  return { objection: settle(context.get(callContext)(getObjection, { params: { token } })) }
}
