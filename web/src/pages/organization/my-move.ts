import { stopMyMove } from '@foyer/contracts/move'
import type { ActionFunctionArgs } from 'react-router'
import { placesContext } from '../../context.ts'
import { settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'
import type { MoveStopped } from '../move/move-loader.ts'

/** Says that one does not move to another address; after it the page is read again. */
export async function stopMyMoveAction({
  params,
  context,
}: ActionFunctionArgs): Promise<MoveStopped> {
  const { call, organization } = await findPlace({ params, context })
  context.get(placesContext).forget(organization.organizationId)
  const answer = await settle(call(stopMyMove, {}, { organization }))
  return { failure: 'failure' in answer ? answer.failure : undefined }
}
