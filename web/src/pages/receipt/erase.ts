import { eraseMyWords } from '@foyer/contracts/way-back'
import { type ActionFunctionArgs, redirect } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { type Answer, settle } from '../../failure.ts'
import { paths } from '../../paths.ts'

/** Has Foyer erase what it holds about whoever has left; after it there is no receipt any more. */
export async function eraseAction({
  params,
  context,
}: ActionFunctionArgs): Promise<Answer<undefined> | Response> {
  const token = params['token'] ?? ''
  const answer = await settle(context.get(callContext)(eraseMyWords, { params: { token } }))
  if ('failure' in answer) return answer
  context.get(sessionContext).leavings.forget(paths.receipt(token))
  return redirect(paths.erased)
}
