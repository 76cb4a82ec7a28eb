import type { PersonKind } from '@foyer/contracts/me'

/** What an organization lets its guests see, from the most to the least. */
const guestAccesses = ['as-members', 'limited', 'restricted'] as const
export type GuestAccess = (typeof guestAccesses)[number]

/**
 * The level that holds: the lesser of what the directory says and of what the organization declared
 * in Foyer's configuration; the least where neither is known.
 */
export function guestAccessOf({
  read,
  declared,
}: {
  readonly read: GuestAccess | undefined
  readonly declared: GuestAccess | undefined
}): GuestAccess {
  return guestAccesses.findLast((level) => level === read || level === declared) ?? 'restricted'
}

/**
 * Whether somebody may see the names of their own groups, or only how many there are. What the
 * directory hides from a guest, Foyer hides too.
 *
 * After Microsoft Entra, "Restrict guest access permissions": the level holds for users of the
 * type Guest, wherever they come from.
 */
export function visibilityOfGroups(kind: PersonKind, access: GuestAccess): 'names' | 'count' {
  const isOfTypeGuest = kind === 'guest' || kind === 'internal-guest'
  return isOfTypeGuest && access === 'restricted' ? 'count' : 'names'
}
