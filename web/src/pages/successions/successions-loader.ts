import { listSuccessions } from '@foyer/contracts/succession'
import type { LoaderFunctionArgs } from 'react-router'
import { readAnswers } from '../answers/read-answers.ts'

/** For which guests somebody is asked to vouch, and for whom nobody is left to ask. */
export async function successionsLoader(request: LoaderFunctionArgs) {
  return readAnswers(request, async (call, where) => call(listSuccessions, {}, where))
}
