import { openMove, stopMove } from '@foyer/contracts/move'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { type Failure, settle } from '../../failure.ts'

/** What a mail to an old account is about. To open its address stops nothing. */
export function moveLoader({ params, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? ''
  return { opened: settle(context.get(callContext)(openMove, { params: { token } })) }
}

export interface MoveStopped {
  /** Why it was not stopped, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Stops it; after it the router reads the page again. */
export async function stopMoveAction({
  params,
  context,
}: ActionFunctionArgs): Promise<MoveStopped> {
  const token = params['token'] ?? ''
  const answer = await settle(context.get(callContext)(stopMove, { params: { token } }))
  return { failure: 'failure' in answer ? answer.failure : undefined }
}
