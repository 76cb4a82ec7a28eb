import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { PlaceReader } from '../../places/place-reader.ts'
import type { Ended, Leaver } from '../../session/departures.ts'
import { markOf } from '../../session/remembered.ts'
import type { Session } from '../../session/session.ts'

/** Keeps what a departure ended for its page, and forgets the organization in this browser. */
export async function finishDeparture(
  { organizationId, name }: OrganizationLocation,
  leaver: Leaver,
  ended: Ended,
  { session, places }: { session: Session; places: PlaceReader },
): Promise<void> {
  const accountId = session.chosenAt(organizationId) ?? ''
  session.departures.keepReceipt({ organizationId, organization: name, accountId, leaver, ended })
  session.departures.forgetIntent(organizationId)
  session.remembered.forget(organizationId, await markOf(accountId))
  session.lookedUp.forget(organizationId)
  places.forget(organizationId)
}
