import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Departure } from '../../session/departures.ts'
import type { DepartureView } from './read-departure.ts'

/** What the page lends to the question over it. */
export interface DepartureContext extends DepartureView {
  readonly organization: OrganizationLocation
  /** What was said before, by whoever began. */
  readonly begun: Departure | undefined
  /** The address of the page. */
  readonly page: string
  /** That of the question. */
  readonly question: string
}
