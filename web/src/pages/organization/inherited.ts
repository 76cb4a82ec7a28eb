import type { Membership } from '@foyer/contracts/me'

/** The groups that end with those that are left, because these are the only ways in. */
export function listInherited(
  left: readonly Membership[],
  memberships: readonly Membership[],
): string[] {
  const names = new Set(left.map(({ name }) => name))
  return memberships
    .filter(({ how, through }) => how === 'group' && through.length > 0)
    .filter(({ through }) => through.every((name) => names.has(name)))
    .map(({ name }) => name)
}
