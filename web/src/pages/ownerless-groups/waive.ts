import type { GroupId } from '@foyer/contracts/ids'
import { waiveOwner } from '@foyer/contracts/ownerless-group'
import type { ActionFunctionArgs } from 'react-router'
import { type Failure, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** That one group needs no owner, and why; it is sent as JSON. */
export type Waiver = {
  readonly groupId: GroupId
  /** Of the group, for what is told afterwards. */
  readonly name: string
  readonly reason: string
}

export interface Waived {
  readonly waiver: Waiver
  /** Why it was not taken, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Sends it; after it the router reads the page again, which shows what is true. */
export async function waiveAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<Waived> {
  const waiver = (await request.json()) as Waiver
  const { call, organization } = await findPlace({ params, context })
  const input = {
    params: { groupId: waiver.groupId },
    body: { answer: 'not-needed' as const, reason: waiver.reason.trim() },
  }
  const sent = await settle(call(waiveOwner, input, { organization }))
  return { waiver, failure: 'failure' in sent ? sent.failure : undefined }
}
