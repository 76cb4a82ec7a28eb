import { getGuest } from '@foyer/contracts/guest'
import type { PersonId } from '@foyer/contracts/ids'
import type { LoaderFunctionArgs } from 'react-router'
import { getSuccession } from '@foyer/contracts/succession'
import { callContext } from '../../context.ts'
import { settle } from '../../failure.ts'
import { readAnswers } from '../answers/read-answers.ts'

/** One guest, as the directory says now, and whether somebody is asked to vouch for them next. */
export async function guestLoader(request: LoaderFunctionArgs) {
  const guestId = (request.params['guestId'] ?? '') as PersonId
  const read = await readAnswers(request, async (call, where) =>
    call(getGuest, { params: { guestId } }, where),
  )
  const call = request.context.get(callContext)
  const { organization } = read
  const succession = settle(call(getSuccession, { params: { guestId } }, { organization }))
  return { ...read, guestId, succession }
}
