import { type Invitation, inviteGuest, type NewInvitation } from '@foyer/contracts/invitation'
import type { ActionFunctionArgs } from 'react-router'
import { type Answer, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** What is sent, with a key by which it is sent once, however often it is asked for. */
export interface InvitationOrder {
  readonly wanted: NewInvitation
  readonly key: string
}

/** Has the mail sent; the directory is told nothing. */
export async function inviteAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<Answer<Invitation>> {
  const { wanted, key } = (await request.json()) as InvitationOrder
  const { call, organization } = await findPlace({ params, context })
  return settle(call(inviteGuest, { body: wanted, key }, { organization }))
}

/** Whether an action ended that belongs to the form, whose groups need not be read again. */
export function wasFilledIn(result: unknown): boolean {
  return typeof result === 'object' && result !== null && ('failure' in result || 'value' in result)
}
