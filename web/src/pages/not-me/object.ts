import { type Objection, objectToExit } from '@foyer/contracts/exit-request'
import type { ActionFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { type Failure, settle } from '../../failure.ts'

/** What was to be stopped when the button was pressed; it is sent as JSON. */
type Stopping = Pick<Objection, 'stops'>

export interface Stopped {
  readonly stopping: Stopping
  readonly failure: Failure | undefined
}

/** Says that it was somebody else; after it the router reads the page again. */
export async function objectAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<Stopped> {
  const stopping = (await request.json()) as Stopping
  const token = params['token'] ?? ''
  const answer = await settle(context.get(callContext)(objectToExit, { params: { token } }))
  return { stopping, failure: 'failure' in answer ? answer.failure : undefined }
}
