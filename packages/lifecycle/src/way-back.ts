import type { PersonKind } from '@foyer/contracts/me'

const hourMs = 60 * 60 * 1000

/** At most so long, whatever an organization allows. */
export const mostUndoHours = 72

/**
 * Until when somebody who left by their own will can take it back themselves.
 *
 * @param undoHours for how many hours the organization allows it, from 0 to {@link mostUndoHours};
 *   anything else counts as never.
 * @returns undefined where it does not allow it at all.
 */
export function undoableUntil(leftAt: Date, undoHours: number): Date | undefined {
  const isAllowed = undoHours > 0 && undoHours <= mostUndoHours
  return isAllowed ? new Date(leftAt.getTime() + undoHours * hourMs) : undefined
}

/** How far apart a directory and Foyer may write down one and the same removal. */
const sameRemovalMs = 60_000

/**
 * Whether who is removed now is so by that leaving, and not by somebody else since: an administrator
 * may have brought them back and then removed them.
 *
 * @param removedAt by the directory; undefined where it does not say.
 */
export function isRemovedBy(leftAt: Date, removedAt: Date | undefined): boolean {
  return removedAt !== undefined && Math.abs(removedAt.getTime() - leftAt.getTime()) < sameRemovalMs
}

/** Somebody of the organization, as its directory and their token say. */
export interface Insider {
  readonly personId: string
  readonly kind: PersonKind
  /** Whether their token carries the organization's role for operators. */
  readonly isOperator: boolean
  /** By which ids they vouch, where that is not by their own alone. */
  readonly vouchingIds?: readonly string[]
}

/**
 * In which capacity somebody answers for a guest who has left: operators for all; whoever vouched for
 * them, as long as they are one of the organization's own people.
 *
 * @param sponsors the ids of those who vouched when the guest left.
 * @returns undefined where they do not answer for them.
 */
export function answersAs(
  { personId, kind, isOperator, vouchingIds = [personId] }: Insider,
  sponsors: readonly string[],
): 'operator' | 'sponsor' | undefined {
  const own = new Set(vouchingIds.map((id) => id.toLowerCase()))
  if (kind === 'member' && sponsors.some((id) => own.has(id.toLowerCase()))) return 'sponsor'
  return isOperator ? 'operator' : undefined
}

/** Whether somebody can answer for any guest at all: guests and strangers never do. */
export function mayAnswer({ kind, isOperator }: Omit<Insider, 'personId'>): boolean {
  return isOperator || kind === 'member'
}
