import { leaveGroup } from '@foyer/contracts/me'
import type { GroupId } from '@foyer/contracts/ids'
import type { ActionFunctionArgs } from 'react-router'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { type Failure, settle } from '../../failure.ts'
import { findOrganization } from '../find-organization.ts'
import { awaitEnd } from '../receipt/await-end.ts'
import type { GroupLeaving } from './group-leaving.ts'

/** How leaving a group went; after it the router reads the page again, which shows what is true. */
export interface LeaveOutcome {
  readonly groupId: string
  readonly name: string
  /** Why it was not accepted, as far as that is known. */
  readonly failure: Failure | undefined
  /** How it stood after a moment; absent where it was not accepted, or nothing was left to leave. */
  readonly leaving: GroupLeaving | undefined
}

/**
 * Leaves a group:
 *
 *   sent ──accepted──► waits a moment ──► done, refused or given up
 *     │                       └──► still under way, and the tab keeps the address of its receipt
 *     ├──► not in it any more, which was the wish
 *     └──► refused or lost ──► the question stays, with the reason
 */
export async function leaveGroupAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<LeaveOutcome> {
  const form = await request.formData()
  const groupId = params['groupId'] ?? ''
  const given = form.get('name')
  const name = typeof given === 'string' ? given : ''
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const places = context.get(placesContext)

  const leave = async () => {
    const organization = await findOrganization(params['slug'] ?? '', session, call)
    const { organizationId } = organization
    // The home page counts the groups too.
    places.forget(organizationId)
    const input = { params: { groupId: groupId as GroupId } }
    const { receipt } = await call(leaveGroup, input, { organization })
    const accountId = session.chosenAt(organizationId) ?? ''
    session.series.drop({ organizationId, accountId }, groupId)
    session.leavings.keep({
      organizationId,
      accountId,
      groupId,
      receipt,
      contacts: [],
      isDone: false,
    })
    return receipt
  }
  const accepted = await settle(leave())
  if ('failure' in accepted) {
    // Whoever has left twice, or was taken out meanwhile, has what they wanted.
    const isSo = accepted.failure.code === 'membership-not-found'
    return { groupId, name, failure: isSo ? undefined : accepted.failure, leaving: undefined }
  }
  const address = accepted.value
  const receipt = await awaitEnd(address, { session, call, places })
  return { groupId, name, failure: undefined, leaving: { groupId, address, receipt } }
}
