import { grantExit, refuseExit } from '@foyer/contracts/exit-request'
import type { ActionFunctionArgs } from 'react-router'
import { type Failure, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** What is answered to one request; it is sent as JSON. */
export type ExitAnswer = {
  readonly exitRequestId: string
  /** Of the guest, for what is told afterwards. */
  readonly name: string
} & ({ readonly what: 'grant' } | { readonly what: 'refuse'; readonly reason: string })

export interface ExitAnswered {
  readonly answer: ExitAnswer
  /** Why it was not taken, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Sends an answer; after it the router reads the page again, which shows what is true. */
export async function answerExitAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<ExitAnswered> {
  const answer = (await request.json()) as ExitAnswer
  const { call, organization } = await findPlace({ params, context })
  const to = { params: { exitRequestId: answer.exitRequestId } }
  const sent = await settle(
    answer.what === 'grant'
      ? call(grantExit, to, { organization })
      : call(refuseExit, { ...to, body: { reason: answer.reason.trim() } }, { organization }),
  )
  return { answer, failure: 'failure' in sent ? sent.failure : undefined }
}
