import type { listGuests } from '@foyer/contracts/guest'
import type { ReplyOf } from '@foyer/contracts/operation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'

/** What the page lends to the question over it. */
export interface GuestsContext {
  readonly organization: OrganizationLocation
  readonly list: ReplyOf<typeof listGuests>
}
