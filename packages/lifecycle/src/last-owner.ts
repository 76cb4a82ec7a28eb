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
