import type { Membership } from '@foyer/contracts/me'

/** The groups that end with this one, because it is the only way in. */
export function listInherited(left: Membership, memberships: readonly Membership[]): string[] {
  return memberships
    .filter(({ how, through }) => how === 'group' && through.length === 1)
    .filter(({ through }) => through[0] === left.name)
    .map(({ name }) => name)
}
