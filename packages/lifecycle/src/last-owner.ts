import type { PersonKind } from '@foyer/contracts/me'

/** Somebody's part in owning a group. */
export interface Ownership {
  readonly isOwner: boolean
  /** Owners in all, the person among them; undefined where it is not known. */
  readonly ownerCount: number | undefined
}

/** Whether a group has no owner any more without this person: in doubt it has none. */
export function losesLastOwner({ isOwner, ownerCount }: Ownership): boolean {
  return isOwner && (ownerCount ?? 1) <= 1
}

/**
 * Whether somebody may be proposed as an owner: one of the organization's own people, who can sign in.
 * A guest does not decide who comes into a group after them, and no stranger either.
 */
export function mayOwn({
  kind,
  isEnabled,
}: {
  readonly kind: PersonKind
  readonly isEnabled: boolean
}): boolean {
  return kind === 'member' && isEnabled
}
