import { confirmMyExitRequest, stopMyExitRequest } from '@foyer/contracts/exit-request'
import type { ActionFunctionArgs } from 'react-router'
import { type Failure, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** What a guest says of a request in their own name; it is sent as JSON. */
export interface MyExitWord {
  readonly what: 'confirm' | 'stop'
}

export interface MyExitSaid {
  readonly word: MyExitWord
  /** Why it was not heard, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Says what a guest has to say of a request in their name; after it the page is read again. */
export async function myExitAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<MyExitSaid> {
  const word = (await request.json()) as MyExitWord
  const { call, organization } = await findPlace({ params, context })
  const operation = word.what === 'confirm' ? confirmMyExitRequest : stopMyExitRequest
  const answer = await settle(call(operation, {}, { organization }))
  return { word, failure: 'failure' in answer ? answer.failure : undefined }
}
