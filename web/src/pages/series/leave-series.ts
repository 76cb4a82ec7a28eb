import type { GroupId } from '@foyer/contracts/ids'
import { leaveGroup } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { ActionFunctionArgs } from 'react-router'
import type { Call } from '../../call.ts'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { keepFailure, settle } from '../../failure.ts'
import type { SeriesItem } from '../../session/series.ts'
import { findOrganization } from '../find-organization.ts'
import { workInTurn } from './in-turn.ts'

// A few, so that none waits for the slowest; not all, which would look like an attack.
const atOnce = 3

/** What the question or the card sends: to leave these, or that how it went was read. */
export interface SeriesRequest {
  readonly act: 'leave' | 'forget'
  readonly groups: readonly Pick<SeriesItem, 'groupId' | 'name'>[]
}

/**
 * Asks to leave several groups, each by itself:
 *
 *   kept ──sent──► accepted, and followed at the address of its receipt
 *          │  ├──► not in it any more, which was the wish
 *          │  └──► refused: the others go on, and this one says why
 *          └─lost─► sent once more; while it is under way, it is the same act
 */
export async function leaveSeriesAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<null> {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const { act, groups } = (await request.json()) as SeriesRequest
  const organization = await findOrganization(params['slug'] ?? '', session, call)
  const { organizationId } = organization
  const owner = { organizationId, accountId: session.chosenAt(organizationId) ?? '' }
  if (act === 'forget') {
    session.series.forget(owner)
    return null
  }
  // Kept before they are sent: whoever reloads now finds each as it stands.
  session.series.begin(owner, groups)
  await workInTurn(groups, atOnce, async ({ groupId, name }) => {
    const item = await send({ groupId, name }, organization, call)
    session.series.note(owner, item)
    const { receipt } = item
    if (receipt) {
      session.leavings.keep({ ...owner, groupId, receipt, contacts: [], isDone: false })
    }
  })
  // The home page counts the groups too.
  context.get(placesContext).forget(organizationId)
  return null
}

async function send(
  { groupId, name }: SeriesItem,
  organization: OrganizationLocation,
  call: Call,
): Promise<SeriesItem> {
  const input = { params: { groupId: groupId as GroupId } }
  const ask = async () => settle(call(leaveGroup, input, { organization }))
  const first = await ask()
  const answer = 'failure' in first && first.failure.isUncertain ? await ask() : first
  if ('value' in answer) return { groupId, name, receipt: answer.value.receipt }
  const { failure } = answer
  if (failure.code === 'membership-not-found') return { groupId, name, isGone: true }
  return { groupId, name, failure: keepFailure(failure) }
}
