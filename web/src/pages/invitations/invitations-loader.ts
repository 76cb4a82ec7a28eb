import { listInvitations } from '@foyer/contracts/invitation'
import type { LoaderFunctionArgs } from 'react-router'
import { cursorParameter } from '../../paths.ts'
import { readAnswers } from '../answers/read-answers.ts'

/** The invitations that whoever is signed in there sent or vouches for; for operators all. */
export async function invitationsLoader(request: LoaderFunctionArgs) {
  const cursor = new URL(request.request.url).searchParams.get(cursorParameter)
  const query = cursor === null ? {} : { cursor }
  const read = await readAnswers(request, async (call, where) =>
    call(listInvitations, { query }, where),
  )
  return { ...read, isFirst: cursor === null }
}
