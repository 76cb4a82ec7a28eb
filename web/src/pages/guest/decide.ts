import { type Doubt, doubtGuest, withdrawDoubt } from '@foyer/contracts/doubt'
import { endAccess, type Ending, stopEnding } from '@foyer/contracts/ending'
import { declareEndOwner, endException, makeException } from '@foyer/contracts/exception'
import { attestGuest, extendGuest } from '@foyer/contracts/guest'
import type { GroupId, PersonId } from '@foyer/contracts/ids'
import { answerMove, stopGuestMove } from '@foyer/contracts/move'
import type { EndOwner, GuestStanding } from '@foyer/contracts/standing'
import { answerStayRequest } from '@foyer/contracts/stay'
import { openSuccession, type Succession, withdrawSuccession } from '@foyer/contracts/succession'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { sessionContext } from '../../context.ts'
import { type Answer, settle } from '../../failure.ts'
import type { Begun } from '../../session/begun.ts'
import { findPlace } from '../find-place.ts'
import { sendFresh } from './send-fresh.ts'

/** What is decided about a guest; it is sent as JSON. */
export type Decision =
  | { readonly what: 'attest' }
  | { readonly what: 'doubt' }
  | { readonly what: 'withdraw-doubt' }
  | { readonly what: 'extend'; readonly until: string; readonly reason: string }
  | { readonly what: 'grant'; readonly until: string; readonly reason: string }
  | { readonly what: 'refuse'; readonly reason: string }
  | {
      readonly what: 'end'
      readonly reason: string
      readonly handover: string
      /** Of an operator, on a day of many. */
      readonly override: string
    }
  | { readonly what: 'stop' }
  | { readonly what: 'except'; readonly until: string; readonly reason: string }
  | { readonly what: 'end-exception' }
  | { readonly what: 'declare'; readonly owner: EndOwner | null }
  | { readonly what: 'hand-over'; readonly to: string; readonly note: string }
  | { readonly what: 'disown' }
  | { readonly what: 'keep' }
  | { readonly what: 'follow'; readonly groupIds: readonly GroupId[]; readonly carriesEnd: boolean }
  | { readonly what: 'stop-move' }

/** What became of a decision; after it the router reads the page again, which shows what is true. */
export interface Decided {
  readonly decision: Decision
  readonly answer: Answer<GuestStanding | Ending | Doubt | Succession | void>
}

/** Decides about the guest of the address; the address of the action is where it is asked. */
export async function decideAction(args: ActionFunctionArgs): Promise<Decided> {
  const decision = (await args.request.json()) as Decision
  return { decision, answer: await decide(args, decision) }
}

async function decide(
  { params, request, context }: ActionFunctionArgs,
  decision: Decision,
): Promise<Decided['answer']> {
  const { session, call, organization } = await findPlace({ params, context })
  const where = { organization }
  const of = { params: { guestId: (params['guestId'] ?? '') as PersonId } }
  const question = new URL(request.url).pathname
  switch (decision.what) {
    case 'attest':
      return settle(call(attestGuest, of, where))
    case 'doubt':
      return settle(call(doubtGuest, of, where))
    case 'withdraw-doubt':
      return settle(call(withdrawDoubt, of, where))
    case 'stop':
      return settle(call(stopEnding, of, where))
    case 'except': {
      const { until, reason } = decision
      return settle(call(makeException, { ...of, body: { until, reason } }, where))
    }
    case 'end-exception':
      return settle(call(endException, of, where))
    case 'declare':
      return settle(call(declareEndOwner, { ...of, body: { owner: decision.owner } }, where))
    case 'hand-over': {
      const { to, note } = decision
      const body = { cause: 'handed-over' as const, to, ...(note === '' ? {} : { note }) }
      return settle(call(openSuccession, { ...of, body }, where))
    }
    case 'disown':
      return settle(call(openSuccession, { ...of, body: { cause: 'not-my-guest' } }, where))
    case 'keep':
      return settle(call(withdrawSuccession, of, where))
    case 'follow': {
      const { groupIds, carriesEnd } = decision
      const body = { groupIds: [...groupIds], carriesEnd }
      return settle(call(answerMove, { ...of, body }, where))
    }
    case 'stop-move':
      return settle(call(stopGuestMove, of, where))
    case 'extend': {
      const { until, reason } = decision
      return settle(call(extendGuest, { ...of, body: { until, reason } }, where))
    }
    case 'grant':
    case 'refuse': {
      const { what: _, reason, ...words } = decision
      return sendFresh(session, organization, question, { reason, ...words }, async (challenge) =>
        call(
          answerStayRequest,
          { ...of, body: { ...words, note: reason, ...challengeOf(challenge) } },
          where,
        ),
      )
    }
    case 'end': {
      const { what: _, ...words } = decision
      const said = Object.fromEntries(Object.entries(words).filter(([, text]) => text !== ''))
      const body = { reason: words.reason, ...said }
      return sendFresh(session, organization, question, words, async (challenge) =>
        call(endAccess, { ...of, body: { ...body, ...challengeOf(challenge) } }, where),
      )
    }
  }
}

function challengeOf(challenge: string | undefined) {
  return challenge ? { challenge } : {}
}

/** What was written at this question before a sign-in anew. */
export function begunLoader({ request, context }: LoaderFunctionArgs): Begun | undefined {
  return context.get(sessionContext).begun.find(new URL(request.url).pathname)
}
