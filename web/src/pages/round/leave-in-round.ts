import { type ActionFunctionArgs, replace } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { keepFailure } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { depart, type DepartOutcome, type DepartRequest } from '../departure/depart.ts'

/** Asks to leave one organization of the round, and notes what has become of it. */
export async function leaveInRoundAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<DepartOutcome | Response> {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const place = Number(params['place'])
  const item = session.round.list()[place - 1]
  if (!item) return replace(paths.round)

  const { organization, accountId } = item
  const where = { organization, accountId }
  const wanted = (await request.json()) as DepartRequest
  const answer = await depart(wanted, where, paths.leaveInRound(place), { session, call })
  if ('receipt' in answer) {
    session.round.note({ ...where, receipt: answer.receipt })
    return replace(paths.round)
  }
  const { failure } = answer
  session.round.note(failure ? { ...where, failure: keepFailure(failure) } : where)
  return answer
}
