import { listGuests } from '@foyer/contracts/guest'
import type { LoaderFunctionArgs } from 'react-router'
import { sessionContext } from '../../context.ts'
import type { Session } from '../../session/session.ts'
import { type Answers, readAnswers } from '../answers/read-answers.ts'

/** The guests for whom whoever is signed in there vouches. */
export async function guestsLoader(request: LoaderFunctionArgs) {
  const read = await readAnswers(request, async (call, where) => call(listGuests, {}, where))
  void keepOffice(read, request.context.get(sessionContext))
  return { ...read, readAt: Date.now() }
}

/** Whoever has guests is one of the organization's own people, whichever page they open first. */
async function keepOffice({ organization, answers }: Answers<unknown>, session: Session) {
  const answer = await answers
  const { organizationId } = organization
  const accountId = session.chosenAt(organizationId)
  if (!accountId || 'failure' in answer || session.offices.find(organizationId, accountId)) return
  session.offices.keep(organizationId, accountId, 'member')
}
