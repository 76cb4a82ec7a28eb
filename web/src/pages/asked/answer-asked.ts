import { answerSuccession } from '@foyer/contracts/succession'
import type { ActionFunctionArgs } from 'react-router'
import { type Failure, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'
import { sendFresh } from '../guest/send-fresh.ts'

/** What is answered to one question; it is sent as JSON. */
export type AskedAnswer = {
  readonly successionId: string
  /** Of the guest, for what is told afterwards. */
  readonly name: string
  readonly accepts: boolean
}

export interface AskedAnswered {
  readonly answer: AskedAnswer
  /** Why it was not taken, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Sends an answer: a yes after a sign-in from just now, a no at once. */
export async function answerAskedAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<AskedAnswered> {
  const answer = (await request.json()) as AskedAnswer
  const { session, call, organization } = await findPlace({ params, context })
  const { successionId, accepts } = answer
  const of = { params: { successionId } }
  const sent = accepts
    ? await sendFresh(
        session,
        organization,
        new URL(request.url).pathname,
        { successionId },
        async (challenge) =>
          call(
            answerSuccession,
            { ...of, body: { accepts, ...(challenge ? { challenge } : {}) } },
            { organization },
          ),
      )
    : await settle(call(answerSuccession, { ...of, body: { accepts } }, { organization }))
  return { answer, failure: 'failure' in sent ? sent.failure : undefined }
}
