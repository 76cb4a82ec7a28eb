import { listExitRequests } from '@foyer/contracts/exit-request'
import type { LoaderFunctionArgs } from 'react-router'
import { readAnswers } from '../answers/read-answers.ts'

/** The guests who ask for their access to end, and whom whoever is signed in there answers. */
export async function exitRequestsLoader(request: LoaderFunctionArgs) {
  return readAnswers(request, async (call, where) => call(listExitRequests, {}, where))
}
