import { askForDepartureCode, leaveOrganization } from '@foyer/contracts/departure'
import { type ActionFunctionArgs, replace } from 'react-router'
import type { Call } from '../../call.ts'
import { callContext, sessionContext } from '../../context.ts'
import { type Failure, settle } from '../../failure.ts'
import { paths } from '../../paths.ts'
import type { Departure, Leaver } from '../../session/departures.ts'
import type { Session } from '../../session/session.ts'
import { findOrganization } from '../find-organization.ts'
import { sendDeparture, type Whereabouts } from './send-departure.ts'

/** What the question sends: to leave, or first to sign in anew. */
export interface DepartRequest {
  readonly act: 'leave' | 'sign-in' | 'code'
  readonly confirmation: string
  /** The code from the mail, where one was asked for. */
  readonly digits?: string
  readonly leaver: Leaver
}

/** Why an attempt to leave was not accepted, as far as that is known; without a reason, a code was sent. */
export interface DepartOutcome {
  readonly failure?: Failure
  /** Whether it may have been accepted all the same, now or the time before. */
  readonly isUncertain: boolean
}

/** Asks to leave the organization of the address. */
export async function departAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<DepartOutcome | Response> {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const slug = params['slug'] ?? ''
  const organization = await findOrganization(slug, session, call)
  const wanted = (await request.json()) as DepartRequest
  const question = paths.confirmDeparture(slug)
  const answer = await depart(wanted, { organization }, question, { session, call })
  return 'receipt' in answer ? replace(answer.receipt) : answer
}

/**
 * Asks to leave an organization:
 *
 *   typed ──sent──► accepted ──► its receipt
 *           │  └──► refused or lost ──► the question stays, with the reason
 *           ├─────► sign-in too old ──► Microsoft ──► the question again, and one more click
 *           └─────► no token tells of a sign-in ──► a code by mail ──► the question, and the code
 *
 * @param question the address at which it is asked.
 */
export async function depart(
  { act, confirmation, digits, leaver }: DepartRequest,
  where: Whereabouts,
  question: string,
  { session, call }: { session: Session; call: Call },
): Promise<DepartOutcome | { readonly receipt: string }> {
  const { organization } = where
  const { organizationId } = organization
  const { departures } = session

  const kept = departures.find(organizationId)
  const own = kept?.leaver.personId === leaver.personId ? kept : undefined
  const departure: Departure = {
    key: own?.key ?? crypto.randomUUID(),
    leaver,
    // What may have been accepted is sent again as it was: the key stands for that and no other.
    confirmation: own?.isUncertain ? own.confirmation : confirmation,
    proposedOwners: own?.isUncertain
      ? own.proposedOwners
      : session.proposals.list({ organizationId, personId: leaver.personId }),
    challenge: own?.challenge,
    signInContext: own?.signInContext,
    code: own?.isUncertain ? own.code : own?.code && { ...own.code, digits },
    isUncertain: own?.isUncertain ?? false,
  }
  const signInAnew = async (signInContext = departure.signInContext) =>
    session.signIn(organization, {
      returnTo: question,
      ask: 'anew',
      ...(signInContext ? { context: signInContext } : {}),
      ...(leaver.mail ? { mail: leaver.mail } : {}),
    })
  if (act === 'sign-in') {
    departures.keep(organizationId, departure)
    return signInAnew()
  }

  if (act === 'code') {
    const { challenge } = departure
    const body = challenge ? { challenge } : {}
    const answer = await settle(call(askForDepartureCode, { body }, where))
    const isSent = 'value' in answer
    departures.keep(organizationId, { ...departure, code: isSent ? answer.value : undefined })
    return { isUncertain: false, ...(isSent ? {} : { failure: answer.failure }) }
  }

  // Kept before it is sent: whoever reloads now must not be told that nothing was done.
  departures.keep(organizationId, { ...departure, isUncertain: true })
  const answer = await sendDeparture(departure, where, { session, call })
  if ('value' in answer) return { receipt: answer.value }

  const { failure } = answer
  const { challenge = departure.challenge } = failure.trace
  const signInContext = failure.trace.context ?? departure.signInContext
  const isUncertain = failure.isUncertain || (departure.isUncertain && !isVerdict(failure))
  const key = failure.code === 'idempotency-key-reused' ? crypto.randomUUID() : departure.key
  const code = failure.code === 'code-ended' ? undefined : departure.code
  departures.keep(organizationId, {
    ...departure,
    key,
    challenge,
    signInContext,
    code,
    isUncertain,
  })
  // Asked for the first time. Whoever has just come back from there is told instead.
  if (failure.code === 'sign-in-too-old' && !departure.challenge) return signInAnew(signInContext)
  return { failure, isUncertain }
}

// An act that was accepted is answered with its receipt: any verdict on it says that it was not.
// Whoever is gone may be gone by it.
function isVerdict({ code }: Failure): boolean {
  const verdicts: readonly string[] = leaveOrganization.problems
  return verdicts.includes(code) && code !== 'no-longer-here'
}
