import type { Me, Memberships } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { FetcherWithComponents } from 'react-router'
import type { Answer } from '../../failure.ts'
import type { SeriesRequest } from '../series/leave-series.ts'
import type { GroupLeaving } from './group-leaving.ts'
import type { LeaveOutcome } from './leave-group.ts'

/** What the page lends to the dialog over it. */
export interface LeaveGroupContext {
  readonly organization: OrganizationLocation
  readonly me: Me
  readonly answer: Answer<Memberships> | undefined
  readonly leaving: FetcherWithComponents<LeaveOutcome>
  /** How the last attempt went, once the page has been read again after it. */
  readonly outcome: LeaveOutcome | undefined
  /** Whether that reading has succeeded, so that the page shows what is true after the attempt. */
  readonly isOutcomeSeen: boolean
  /** Groups that are being left already. */
  readonly underWay: readonly GroupLeaving[]
  /** Leaves several together. */
  readonly leaveTogether: (groups: SeriesRequest['groups']) => void
}
