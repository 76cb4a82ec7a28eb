import { answerDoubt } from '@foyer/contracts/doubt'
import { askToStay, withdrawStayRequest } from '@foyer/contracts/stay'
import type { ActionFunctionArgs } from 'react-router'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { type Failure, settle } from '../../failure.ts'
import { findOrganization } from '../find-organization.ts'

/** What a guest asks for or answers; it is sent as JSON. */
export type StayAct =
  | { readonly what: 'ask'; readonly until: string; readonly reason: string }
  | { readonly what: 'withdraw' }
  /** The answer to whoever is not sure. */
  | { readonly what: 'need'; readonly reason: string }

export interface StayOutcome {
  readonly act: StayAct
  /** Why it was not done, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Asks to stay, takes that back, or answers; after it the page is read again, which shows what is true. */
export async function stayAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<StayOutcome> {
  const act = (await request.json()) as StayAct
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const places = context.get(placesContext)

  const send = async () => {
    const organization = await findOrganization(params['slug'] ?? '', session, call)
    // The home page tells of near ends too.
    places.forget(organization.organizationId)
    if (act.what === 'withdraw') await call(withdrawStayRequest, {}, { organization })
    else if (act.what === 'need') {
      await call(answerDoubt, { body: { reason: act.reason } }, { organization })
    } else {
      const { until, reason } = act
      await call(askToStay, { body: { until, reason } }, { organization })
    }
  }
  const answer = await settle(send())
  return { act, failure: 'failure' in answer ? answer.failure : undefined }
}
