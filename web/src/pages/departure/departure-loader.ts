import { getMe } from '@foyer/contracts/me'
import { type LoaderFunctionArgs, redirect } from 'react-router'
import type { Call } from '../../call.ts'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { settle } from '../../failure.ts'
import type { Session } from '../../session/session.ts'
import { findOrganization } from '../find-organization.ts'
import { forgetDeparted } from '../forget-departed.ts'
import { readDeparture } from './read-departure.ts'
import { sendDeparture, type Whereabouts } from './send-departure.ts'

/** What leaving an organization would end. Whoever has asked to leave is shown how that goes. */
export async function departureLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const organization = await findOrganization(params['slug'] ?? '', session, call)
  const { organizationId } = organization
  const accountId = session.chosenAt(organizationId) ?? ''
  const accepted = session.leavings.findDeparture(organizationId, accountId)
  if (accepted) return redirect(accepted.receipt)

  const end = await findEnd({ organization }, { session, call })
  if (end?.receipt) return redirect(end.receipt)
  if (end) {
    const places = context.get(placesContext)
    await forgetDeparted({ organizationId, accountId }, { session, places })
  }
  return {
    organization,
    begun: session.departures.find(organizationId),
    isGone: end !== undefined,
    attempt: session.attempts.find(),
    departure: readDeparture({ organization }, call),
  }
}

/**
 * Looks whether a departure whose answer was lost on the way has had its effect. Then it is sent
 * once more, which does nothing, and brings the answer.
 *
 * @returns the address of its receipt, as far as there was an answer; undefined without an effect.
 */
export async function findEnd(
  where: Whereabouts,
  tools: { session: Session; call: Call },
): Promise<{ receipt: string | undefined } | undefined> {
  const begun = tools.session.departures.find(where.organization.organizationId)
  if (begun?.isUncertain !== true) return undefined
  const answer = await settle(tools.call(getMe, {}, where))
  if (!('failure' in answer) || answer.failure.code !== 'no-longer-here') return undefined
  const sent = await sendDeparture(begun, where, tools)
  return { receipt: 'value' in sent ? sent.value : undefined }
}
