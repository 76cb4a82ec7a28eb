import { getPolicy } from '@foyer/contracts/policy'
import type { LoaderFunctionArgs } from 'react-router'
import { readAnswers } from '../answers/read-answers.ts'

/** The policy that is in force, or what Foyer proposes. */
export async function policyLoader(request: LoaderFunctionArgs) {
  return readAnswers(request, async (call, where) => call(getPolicy, {}, where))
}
