import { confirmMyExitRequest, stopMyExitRequest } from '@foyer/contracts/exit-request'
import type { ActionFunctionArgs } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { type Failure, settle } from '../../failure.ts'
import { findOrganization } from '../find-organization.ts'

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
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const organization = await findOrganization(params['slug'] ?? '', session, call)
  const operation = word.what === 'confirm' ? confirmMyExitRequest : stopMyExitRequest
  const answer = await settle(call(operation, {}, { organization }))
  return { word, failure: 'failure' in answer ? answer.failure : undefined }
}
