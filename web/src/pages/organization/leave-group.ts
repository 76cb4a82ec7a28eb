import { leaveGroup } from '@foyer/contracts/me'
import type { GroupId } from '@foyer/contracts/ids'
import type { ActionFunctionArgs } from 'react-router'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { type Failure, settle } from '../../failure.ts'
import { findOrganization } from '../find-organization.ts'

/** How leaving a group went; after it the router reads the page again, which shows what is true. */
export interface LeaveOutcome {
  readonly groupId: string
  readonly name: string
  readonly failure: Failure | undefined
}

export async function leaveGroupAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<LeaveOutcome> {
  const form = await request.formData()
  const groupId = params['groupId'] ?? ''
  const given = form.get('name')
  const name = typeof given === 'string' ? given : ''
  const call = context.get(callContext)
  const leave = async () => {
    const session = context.get(sessionContext)
    const organization = await findOrganization(params['slug'] ?? '', session, call)
    // The home page counts the groups too.
    context.get(placesContext).forget(organization.organizationId)
    await call(leaveGroup, { params: { groupId: groupId as GroupId } }, { organization })
  }
  const answer = await settle(leave())
  const failure = 'failure' in answer ? answer.failure : undefined
  // Whoever has left twice, or was taken out meanwhile, has what they wanted.
  const isDone = failure === undefined || failure.code === 'membership-not-found'
  return { groupId, name, failure: isDone ? undefined : failure }
}
