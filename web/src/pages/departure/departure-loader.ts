import { type LoaderFunctionArgs, redirect } from 'react-router'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import type { Answer } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { findOrganization } from '../find-organization.ts'
import { finishDeparture } from './finish-departure.ts'
import { type DepartureView, readDeparture } from './read-departure.ts'

/** What leaving an organization would end. Whoever has left it is shown what it ended. */
export async function departureLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const slug = params['slug'] ?? ''
  const organization = await findOrganization(slug, session, call)
  const { organizationId } = organization
  const { departures } = session
  if (departures.findReceipt(organizationId)) return redirect(paths.departed(slug))

  const intent = departures.findIntent(organizationId)
  const read = async (): Promise<Answer<DepartureView>> => {
    const answer = await readDeparture(organization, call)
    const isGone = 'failure' in answer && answer.failure.code === 'no-longer-here'
    // The answer to leaving was lost on the way, and here is its effect.
    if (isGone && intent?.isUncertain) {
      const places = context.get(placesContext)
      await finishDeparture(organization, intent.leaver, intent.expected, { session, places })
    }
    return answer
  }
  return { organization, intent, attempt: session.attempts.find(), departure: read() }
}
