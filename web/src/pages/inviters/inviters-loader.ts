import { listInvitingDelegations } from '@foyer/contracts/inviting-delegation'
import type { LoaderFunctionArgs } from 'react-router'
import { readAnswers } from '../answers/read-answers.ts'

/** Whom operators let invite, the first to end first. */
export async function invitersLoader(request: LoaderFunctionArgs) {
  return readAnswers(request, async (call, where) => call(listInvitingDelegations, {}, where))
}
