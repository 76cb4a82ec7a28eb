import { listAskedEndings } from '@foyer/contracts/ending'
import type { LoaderFunctionArgs } from 'react-router'
import { readAnswers } from '../answers/read-answers.ts'

/** The ends of access that wait for an operator. */
export async function askedEndingsLoader(request: LoaderFunctionArgs) {
  return readAnswers(request, async (call, where) => call(listAskedEndings, {}, where))
}
