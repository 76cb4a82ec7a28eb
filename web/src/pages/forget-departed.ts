import type { PlaceReader } from '../places/place-reader.ts'
import { markOf } from '../session/remembered.ts'
import type { Session } from '../session/session.ts'

/** Forgets in this browser an organization that the account has left. */
export async function forgetDeparted(
  { organizationId, accountId }: { organizationId: string; accountId: string },
  { session, places }: { session: Session; places: PlaceReader },
): Promise<void> {
  session.remembered.forget(organizationId, await markOf(accountId))
  session.lookedUp.forget(organizationId)
  places.forget(organizationId)
}
