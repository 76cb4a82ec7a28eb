import { checkInvitation, type InvitationCheck } from '@foyer/contracts/invitation-check'
import type { ActionFunctionArgs } from 'react-router'
import { type Answer, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** What was asked about, and what would become of it. */
export interface Checked {
  readonly mail: string
  readonly answer: Answer<InvitationCheck>
}

/** Asks what would keep somebody of this address from becoming a guest; it changes nothing. */
export async function checkAddressAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<Checked> {
  const { mail } = (await request.json()) as { mail: string }
  const { call, organization } = await findPlace({ params, context })
  return { mail, answer: await settle(call(checkInvitation, { body: { mail } }, { organization })) }
}
