import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Decided, Decision } from './decide.ts'

/** What the page lends to the question over it. */
export interface GuestContext {
  readonly organization: OrganizationLocation
  readonly guest: GuestDetail
  readonly isActing: boolean
  /** How the last decision went. */
  readonly outcome: Decided | undefined
  /** @param at the address of the question that decides it. */
  readonly decide: (decision: Decision, at: string) => void
}
