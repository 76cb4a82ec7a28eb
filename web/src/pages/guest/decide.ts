import { attestGuest, extendGuest } from '@foyer/contracts/guest'
import type { PersonId } from '@foyer/contracts/ids'
import type { GuestStanding } from '@foyer/contracts/standing'
import type { ActionFunctionArgs } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { type Answer, settle } from '../../failure.ts'
import { findOrganization } from '../find-organization.ts'

/** Until when a guest may stay and why; it is sent as JSON. */
export type Extension = { readonly until: string; readonly reason: string }

/** What became of a decision; after it the router reads the page again, which shows what is true. */
export interface Decided {
  /** Undefined where it was said that they are still needed. */
  readonly extension: Extension | undefined
  readonly answer: Answer<GuestStanding>
}

/** Says that the guest is still needed. */
export async function attestAction(args: ActionFunctionArgs): Promise<Decided> {
  const { call, organization, params } = await find(args)
  return {
    extension: undefined,
    answer: await settle(call(attestGuest, { params }, { organization })),
  }
}

/** Lets the guest stay until a day. */
export async function extendAction(args: ActionFunctionArgs): Promise<Decided> {
  const extension = (await args.request.json()) as Extension
  const { call, organization, params } = await find(args)
  return {
    extension,
    answer: await settle(call(extendGuest, { params, body: extension }, { organization })),
  }
}

async function find({ params, context }: ActionFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const organization = await findOrganization(params['slug'] ?? '', session, call)
  return { call, organization, params: { guestId: (params['guestId'] ?? '') as PersonId } }
}
