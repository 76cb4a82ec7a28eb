import { getMe } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { type LoaderFunctionArgs, redirect } from 'react-router'
import type { Call } from '../../call.ts'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { settle } from '../../failure.ts'
import type { Departure } from '../../session/departures.ts'
import type { Session } from '../../session/session.ts'
import { findOrganization } from '../find-organization.ts'
import { forgetDeparted } from '../forget-departed.ts'
import { readDeparture } from './read-departure.ts'
import { sendDeparture } from './send-departure.ts'

/** What leaving an organization would end. Whoever has asked to leave is shown how that goes. */
export async function departureLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const organization = await findOrganization(params['slug'] ?? '', session, call)
  const { organizationId } = organization
  const accountId = session.chosenAt(organizationId) ?? ''
  const accepted = session.leavings.findDeparture(organizationId, accountId)
  if (accepted) return redirect(accepted.receipt)

  const begun = session.departures.find(organizationId)
  const isGone = begun?.isUncertain === true && (await hasGone(organization, call))
  if (isGone) {
    const receipt = await findReceipt(begun, organization, { session, call })
    if (receipt) return redirect(receipt)
    const places = context.get(placesContext)
    await forgetDeparted({ organizationId, accountId }, { session, places })
  }
  return {
    organization,
    begun,
    isGone,
    attempt: session.attempts.find(),
    departure: readDeparture(organization, call),
  }
}

async function hasGone(organization: OrganizationLocation, call: Call): Promise<boolean> {
  const answer = await settle(call(getMe, {}, { organization }))
  return 'failure' in answer && answer.failure.code === 'no-longer-here'
}

// The answer to leaving was lost on the way, and here is its effect: sent once more it does nothing,
// and brings the answer.
async function findReceipt(
  begun: Departure,
  organization: OrganizationLocation,
  tools: { session: Session; call: Call },
): Promise<string | undefined> {
  const answer = await sendDeparture(begun, organization, tools)
  return 'value' in answer ? answer.value : undefined
}
