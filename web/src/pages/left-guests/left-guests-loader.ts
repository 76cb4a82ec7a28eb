import { listLeftGuests } from '@foyer/contracts/left-guest'
import type { LoaderFunctionArgs } from 'react-router'
import { readAnswers } from '../answers/read-answers.ts'

/** The guests who left, for whom whoever is signed in there answers. */
export async function leftGuestsLoader(request: LoaderFunctionArgs) {
  return readAnswers(request, async (call, where) => call(listLeftGuests, {}, where))
}
