import type { PersonKind } from '@foyer/contracts/me'

/** What an organization lets its guests see. */
export type GuestAccess = 'as-members' | 'limited' | 'restricted'

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
