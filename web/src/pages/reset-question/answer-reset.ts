import { answerResetQuestion } from '@foyer/contracts/reset'
import type { ActionFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { type Failure, settle } from '../../failure.ts'

/** It is sent as JSON. */
interface ResetAnswer {
  readonly isWanted: boolean
}

export interface ResetAnswered {
  readonly answer: ResetAnswer
  readonly failure: Failure | undefined
}

/** Says yes or no; after it the router reads the page again. */
export async function answerResetAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<ResetAnswered> {
  const answer = (await request.json()) as ResetAnswer
  const input = { params: { token: params['token'] ?? '' }, body: answer }
  const sent = await settle(context.get(callContext)(answerResetQuestion, input))
  return { answer, failure: 'failure' in sent ? sent.failure : undefined }
}
