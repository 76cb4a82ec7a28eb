import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Decided, Extension } from './decide.ts'

/** What the page lends to the question over it. */
export interface GuestContext {
  readonly organization: OrganizationLocation
  readonly guest: GuestDetail
  readonly isActing: boolean
  /** How the last extension went. */
  readonly outcome: Decided | undefined
  readonly extend: (extension: Extension) => void
}
