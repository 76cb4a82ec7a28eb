import { confirmRedeemer, resendInvitation, withdrawInvitation } from '@foyer/contracts/invitation'
import type { ActionFunctionArgs } from 'react-router'
import { type Failure, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** What is done with one invitation; it is sent as JSON. */
export type Change = {
  readonly invitationId: string
  /** Of whoever is invited, for what is told afterwards. */
  readonly name: string
} & (
  | { readonly what: 'withdraw' | 'confirm' }
  /** With a key by which it is sent once, however often it is asked for. */
  | { readonly what: 'resend'; readonly key: string }
)

export interface Changed {
  readonly change: Change
  /** Why it was not done, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Does it; after it the router reads the page again, which shows what is true. */
export async function changeInvitationAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<Changed> {
  const change = (await request.json()) as Change
  const { call, organization } = await findPlace({ params, context })
  const to = { params: { invitationId: change.invitationId } }
  const send = async (): Promise<unknown> => {
    switch (change.what) {
      case 'withdraw':
        return call(withdrawInvitation, to, { organization })
      case 'confirm':
        return call(confirmRedeemer, to, { organization })
      case 'resend':
        return call(resendInvitation, { ...to, key: change.key }, { organization })
    }
  }
  const answer = await settle(send())
  return { change, failure: 'failure' in answer ? answer.failure : undefined }
}
