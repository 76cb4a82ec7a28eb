import { listOwnerlessGroups } from '@foyer/contracts/ownerless-group'
import type { LoaderFunctionArgs } from 'react-router'
import { readAnswers } from '../answers/read-answers.ts'

/** The groups that have no owner, as the directory says whenever this page is read. */
export async function ownerlessGroupsLoader(request: LoaderFunctionArgs) {
  return readAnswers(request, async (call, where) => call(listOwnerlessGroups, {}, where))
}
