import { listInvitationTemplates } from '@foyer/contracts/invitation-template'
import type { LoaderFunctionArgs } from 'react-router'
import { readAnswers } from '../answers/read-answers.ts'

/** What the organization's operators wrote for each kind of guest. */
export async function templatesLoader(request: LoaderFunctionArgs) {
  return readAnswers(request, async (call, where) => call(listInvitationTemplates, {}, where))
}
