import { listExceptions } from '@foyer/contracts/exception'
import { getPolicy } from '@foyer/contracts/policy'
import type { ReplyOf } from '@foyer/contracts/operation'
import type { LoaderFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { type Answer, settle } from '../../failure.ts'
import { readAnswers } from '../answers/read-answers.ts'

/** The policy that is in force, or what Foyer proposes; and from whom it is kept. */
export async function policyLoader(request: LoaderFunctionArgs) {
  const read = await readAnswers(request, async (call, where) => call(getPolicy, {}, where))
  const { organization, answers } = read
  const readExceptions = async (): Promise<Answer<ReplyOf<typeof listExceptions>>> => {
    // Whoever may not read the one may not read the other, and is told once.
    const answer = await answers
    if ('failure' in answer) return answer
    return settle(request.context.get(callContext)(listExceptions, {}, { organization }))
  }
  return { ...read, exceptions: readExceptions() }
}
