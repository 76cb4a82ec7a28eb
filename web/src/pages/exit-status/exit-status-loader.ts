import { getExitStatus } from '@foyer/contracts/exit-request'
import type { LoaderFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { settle } from '../../failure.ts'

/** How a request goes, for whoever has its address: nobody has to sign in. */
export function exitStatusLoader({ params, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? ''
  return { status: settle(context.get(callContext)(getExitStatus, { params: { token } })) }
}
