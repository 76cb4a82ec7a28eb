import type { PersonId } from '@foyer/contracts/ids'
import { getReset } from '@foyer/contracts/reset'
import type { LoaderFunctionArgs } from 'react-router'
import { sessionContext } from '../../context.ts'
import { readAnswers } from '../answers/read-answers.ts'

/** How far it is that a guest's sign-in is set back, and what was begun here before a sign-in. */
export async function resetLoader(request: LoaderFunctionArgs) {
  const guestId = (request.params['guestId'] ?? '') as PersonId
  const read = await readAnswers(request, async (call, where) =>
    call(getReset, { params: { guestId } }, where),
  )
  const { begun, operatorTokens } = request.context.get(sessionContext)
  return {
    ...read,
    guestId,
    begun: begun.find(new URL(request.request.url).pathname),
    isReady: (clientId: string) => operatorTokens.isReady(clientId),
    failure: operatorTokens.failure,
  }
}
