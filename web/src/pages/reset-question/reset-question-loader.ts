import { getResetQuestion } from '@foyer/contracts/reset'
import type { LoaderFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { settle } from '../../failure.ts'

/** Whether somebody's sign-in is to be set back. To open its address answers nothing. */
export function resetQuestionLoader({ params, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? ''
  return { question: settle(context.get(callContext)(getResetQuestion, { params: { token } })) }
}
