import { listGuests } from '@foyer/contracts/guest'
import type { LoaderFunctionArgs } from 'react-router'
import { readAnswers } from '../answers/read-answers.ts'

/** The guests for whom whoever is signed in there vouches. */
export async function guestsLoader(request: LoaderFunctionArgs) {
  return {
    ...(await readAnswers(request, async (call, where) => call(listGuests, {}, where))),
    readAt: Date.now(),
  }
}
