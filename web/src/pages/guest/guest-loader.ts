import { getGuest } from '@foyer/contracts/guest'
import type { PersonId } from '@foyer/contracts/ids'
import type { LoaderFunctionArgs } from 'react-router'
import { getSuccession } from '@foyer/contracts/succession'
import { callContext } from '../../context.ts'
import { type Answer, settle } from '../../failure.ts'
import { getMoveChoice, type MoveChoice } from '@foyer/contracts/move'
import { isFollowAsked } from './follow-asked.ts'
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
  const choice = read.answers.then(async (answer): Promise<Answer<MoveChoice | undefined>> => {
    const cameBy = 'value' in answer ? answer.value.cameBy : undefined
    if (!cameBy || !isFollowAsked(cameBy)) return { value: undefined }
    return settle(call(getMoveChoice, { params: { guestId } }, { organization }))
  })
  return { ...read, guestId, succession, choice }
}
