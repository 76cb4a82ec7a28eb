import { leaveOrganization } from '@foyer/contracts/departure'
import { type ActionFunctionArgs, replace } from 'react-router'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { type Failure, type FailureCode, settle } from '../../failure.ts'
import { paths } from '../../paths.ts'
import type { Ended, Leaver } from '../../session/departures.ts'
import { findOrganization } from '../find-organization.ts'
import { finishDeparture } from './finish-departure.ts'

/** What the question sends: to leave, or first to sign in anew. */
export interface DepartRequest {
  readonly act: 'leave' | 'sign-in'
  readonly confirmation: string
  readonly leaver: Leaver
  /** What the preview said. */
  readonly expected: Ended
}

/** How an attempt to leave went that did not end with having left. */
export interface DepartOutcome {
  readonly failure: Failure
}

/** Failures after which nobody knows whether the act was done. */
export const uncertain: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'network-failed',
  'timed-out',
  'reply-unreadable',
  'internal-error',
  'directory-timeout',
  'directory-failed',
])

/**
 * Leaves the organization:
 *
 *   typed ──sent──► left ──► its page
 *           │  └──► refused or lost ──► the question stays, with the reason
 *           └─────► sign-in too old ──► Microsoft ──► the question again, and one more click
 */
export async function departAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<DepartOutcome | Response> {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const slug = params['slug'] ?? ''
  const organization = await findOrganization(slug, session, call)
  const { organizationId } = organization
  const { departures } = session
  const { act, confirmation, leaver, expected } = (await request.json()) as DepartRequest

  const kept = departures.findIntent(organizationId)
  const isSame = kept?.leaver.personId === leaver.personId
  const intent = { leaver, confirmation, expected, challenge: isSame ? kept.challenge : undefined }
  const signInAnew = async () =>
    session.signIn(organization, {
      returnTo: paths.confirmDeparture(slug),
      ask: 'anew',
      ...(leaver.mail ? { mail: leaver.mail } : {}),
    })
  if (act === 'sign-in') {
    departures.keepIntent(organizationId, intent)
    return signInAnew()
  }

  // Kept before it is sent: whoever reloads now must not be told that nothing was done.
  departures.keepIntent(organizationId, { ...intent, isUncertain: true })
  const { challenge } = intent
  const body = { confirmation, ...(challenge ? { challenge } : {}) }
  const answer = await settle(call(leaveOrganization, { body }, { organization }))

  const failure = 'failure' in answer ? answer.failure : undefined
  if (!failure || failure.code === 'no-longer-here') {
    const ended = 'value' in answer ? { ...expected, ...answer.value } : expected
    const places = context.get(placesContext)
    await finishDeparture(organization, leaver, ended, { session, places })
    return replace(paths.departed(slug))
  }
  departures.keepIntent(organizationId, {
    ...intent,
    challenge: failure.trace.challenge ?? challenge,
    isUncertain: uncertain.has(failure.code),
  })
  // Asked for the first time. Whoever has just come back from there is told instead.
  if (failure.code === 'sign-in-too-old' && !challenge) return signInAnew()
  return { failure }
}
