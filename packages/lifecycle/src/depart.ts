import type { DepartureRefusal } from '@foyer/contracts/departure-refusal'

/** What the directory, asked live, says of a person; undefined where it cannot be read. */
export interface Touchability {
  readonly isExternalGuest: boolean
  readonly isSynced: boolean | undefined
  /** In a restricted management administrative unit. */
  readonly isProtected: boolean | undefined
  /** Any role assignment or eligibility, at any scope, direct or through a group. */
  readonly holdsRole: boolean | undefined
}

export type TouchVerdict =
  | { readonly mayTouch: true }
  | {
      readonly mayTouch: false
      readonly because: 'not-a-guest' | 'synced' | 'role-held' | 'roles-unreadable' | 'protected'
    }

/**
 * Whether Foyer may block, remove or restore this account at all. Deny by default: what cannot be
 * read counts as the harmful answer. A disabled account is refused earlier, with its own code.
 */
export function mayTouch(person: Touchability): TouchVerdict {
  if (!person.isExternalGuest) return { mayTouch: false, because: 'not-a-guest' }
  if (person.isSynced !== false) return { mayTouch: false, because: 'synced' }
  if (person.holdsRole === undefined) return { mayTouch: false, because: 'roles-unreadable' }
  if (person.holdsRole) return { mayTouch: false, because: 'role-held' }
  if (person.isProtected !== false) return { mayTouch: false, because: 'protected' }
  return { mayTouch: true }
}

export type DepartureVerdict =
  { readonly mayLeave: true } | { readonly mayLeave: false; readonly because: DepartureRefusal }

/**
 * Whether a guest may end their own access by Foyer.
 *
 * @param guestsMayLeave the organization's external user leave setting; undefined where it cannot
 *   be read, and then Foyer does not act (Microsoft Entra, "Leave an organization").
 */
export function mayDepart(
  person: Touchability,
  guestsMayLeave: boolean | undefined,
): DepartureVerdict {
  const touch = mayTouch(person)
  if (!touch.mayTouch) return { mayLeave: false, because: touch.because }
  if (guestsMayLeave === undefined) return { mayLeave: false, because: 'setting-unreadable' }
  if (!guestsMayLeave) return { mayLeave: false, because: 'not-allowed' }
  return { mayLeave: true }
}

/** What an organization says of the same thing in its directory and in Foyer's configuration. */
export interface LeaveSetting {
  /** Undefined where the directory does not let Foyer read it. */
  readonly read: boolean | undefined
  readonly declared: boolean | undefined
}

/**
 * Whether guests may leave by themselves. A declaration stands in for what cannot be read; where
 * both speak, a no counts, so that a declaration which nobody remembers overrules no directory.
 */
export function guestsMayLeave({ read, declared }: LeaveSetting): boolean | undefined {
  if (read === false || declared === false) return false
  return read ?? declared
}

const dayMs = 24 * 60 * 60 * 1000
const restorableDays = 30

/** The removals before this instant cannot be undone at `now`, the later ones perhaps. */
export function earliestRestorable(now: Date): Date {
  return new Date(now.getTime() - restorableDays * dayMs)
}

/**
 * The two dates that follow a soft delete: restorable for 30 days, unless an administrator deletes
 * it earlier, and erased within 30 more (Microsoft Entra, "Leave an organization").
 */
export function datesAfterRemoval(removedAt: Date): { restorableUntil: Date; erasedBy: Date } {
  return {
    restorableUntil: new Date(removedAt.getTime() + restorableDays * dayMs),
    erasedBy: new Date(removedAt.getTime() + 60 * dayMs),
  }
}
