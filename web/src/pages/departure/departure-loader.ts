import { type LoaderFunctionArgs, redirect } from 'react-router'
import { placesContext } from '../../context.ts'
import { findPlace } from '../find-place.ts'
import { forgetDeparted } from '../forget-departed.ts'
import { findEnd } from './find-end.ts'
import { readDeparture } from './read-departure.ts'

/** What leaving an organization would end. Whoever has asked to leave is shown how that goes. */
export async function departureLoader({ params, context }: LoaderFunctionArgs) {
  const { session, call, organization } = await findPlace({ params, context })
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
