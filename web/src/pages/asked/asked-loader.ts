import { listMySuccessions } from '@foyer/contracts/succession'
import type { LoaderFunctionArgs } from 'react-router'
import { sessionContext } from '../../context.ts'
import { readAnswers } from '../answers/read-answers.ts'

/** For whom somebody is asked to vouch, and what they wrote before a sign-in anew. */
export async function askedLoader(request: LoaderFunctionArgs) {
  const read = await readAnswers(request, async (call, where) => call(listMySuccessions, {}, where))
  const begun = request.context
    .get(sessionContext)
    .begun.find(new URL(request.request.url).pathname)
  return { ...read, begun }
}
