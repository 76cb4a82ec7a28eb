import { mailMyInvitation } from '@foyer/contracts/my-invitation'
import type { ActionFunctionArgs } from 'react-router'
import { type Failure, settle } from '../../failure.ts'
import { accountParameter } from '../../paths.ts'
import { findPlace } from '../find-place.ts'
import { findAccount } from '../record/record-loader.ts'

/** Which invitation's mail is sent again; it is sent as JSON. */
export interface Mailed {
  readonly invitationId: string
  /** Why it was not, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Has the link sent to the invited address once more, as one account at one organization. */
export async function mailAgainAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<Mailed> {
  const { invitationId } = (await request.json()) as { readonly invitationId: string }
  const { session, call, organization } = await findPlace({ params, context })
  const mark = new URL(request.url).searchParams.get(accountParameter)
  const accountId = await findAccount(session, mark)
  const answer = await settle(
    call(mailMyInvitation, { params: { invitationId } }, { organization, accountId }),
  )
  return { invitationId, failure: 'failure' in answer ? answer.failure : undefined }
}
