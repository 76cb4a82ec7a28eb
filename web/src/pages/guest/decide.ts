import { endAccess, type Ending, stopEnding } from '@foyer/contracts/ending'
import { attestGuest, extendGuest } from '@foyer/contracts/guest'
import type { PersonId } from '@foyer/contracts/ids'
import type { GuestStanding } from '@foyer/contracts/standing'
import { answerStayRequest } from '@foyer/contracts/stay'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { type Answer, settle } from '../../failure.ts'
import type { Begun } from '../../session/begun.ts'
import { findOrganization } from '../find-organization.ts'
import { sendFresh } from './send-fresh.ts'

/** What is decided about a guest; it is sent as JSON. */
export type Decision =
  | { readonly what: 'attest' }
  | { readonly what: 'extend'; readonly until: string; readonly reason: string }
  | { readonly what: 'grant'; readonly until: string; readonly reason: string }
  | { readonly what: 'refuse'; readonly reason: string }
  | { readonly what: 'end'; readonly reason: string; readonly handover: string }
  | { readonly what: 'stop' }

/** What became of a decision; after it the router reads the page again, which shows what is true. */
export interface Decided {
  readonly decision: Decision
  readonly answer: Answer<GuestStanding | Ending | void>
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
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const organization = await findOrganization(params['slug'] ?? '', session, call)
  const where = { organization }
  const of = { params: { guestId: (params['guestId'] ?? '') as PersonId } }
  const question = new URL(request.url).pathname
  switch (decision.what) {
    case 'attest':
      return settle(call(attestGuest, of, where))
    case 'stop':
      return settle(call(stopEnding, of, where))
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
      const { reason, handover } = decision
      return sendFresh(session, organization, question, { reason, handover }, async (challenge) =>
        call(
          endAccess,
          { ...of, body: { reason, ...(handover ? { handover } : {}), ...challengeOf(challenge) } },
          where,
        ),
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
