import type { PersonKind } from '@foyer/contracts/me'

export type EntryVerdict<P> =
  | { readonly isAdmitted: true; readonly person: P }
  | { readonly isAdmitted: false; readonly because: 'no-longer-here' | 'blocked-here' }

/**
 * Whether somebody whose token is good may still act: a token lives on for about 90 minutes after
 * the directory has blocked or removed its person.
 */
export function mayEnter<P extends { readonly isEnabled: boolean }>(
  person: P | undefined,
): EntryVerdict<P> {
  if (!person) return { isAdmitted: false, because: 'no-longer-here' }
  return person.isEnabled
    ? { isAdmitted: true, person }
    : { isAdmitted: false, because: 'blocked-here' }
}

/** Foyer is for guests and whoever comes from elsewhere; the organization's own people are not. */
export function maySeeGroups(kind: PersonKind): boolean {
  return kind !== 'member'
}

/** Only a real guest leaves by their own will: of others, somebody else decides. */
export function mayLeaveGroups(kind: PersonKind): boolean {
  return kind === 'guest'
}
