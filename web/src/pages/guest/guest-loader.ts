import { getGuest } from '@foyer/contracts/guest'
import type { PersonId } from '@foyer/contracts/ids'
import type { LoaderFunctionArgs } from 'react-router'
import { readAnswers } from '../answers/read-answers.ts'

/** One guest, as the directory says now. */
export async function guestLoader(request: LoaderFunctionArgs) {
  const guestId = (request.params['guestId'] ?? '') as PersonId
  const read = await readAnswers(request, async (call, where) =>
    call(getGuest, { params: { guestId } }, where),
  )
  return { ...read, guestId }
}
