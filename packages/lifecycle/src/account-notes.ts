import type { AccountNote } from '@foyer/contracts/me'

/** What the directory says of an account; undefined where it cannot be read. */
export interface AccountFacts {
  readonly holdsRole: boolean | undefined
  readonly isSynced: boolean | undefined
  readonly isProtected: boolean | undefined
  readonly isSyncedFromHome: boolean | undefined
}

/** What its person is told of an account: only what is known, since a doubt explains nothing. */
export function notesOf(account: AccountFacts): AccountNote[] {
  const notes: AccountNote[] = []
  if (account.holdsRole) notes.push('role-held')
  if (account.isSynced) notes.push('synced')
  if (account.isProtected) notes.push('protected')
  if (account.isSyncedFromHome) notes.push('synced-from-home')
  return notes
}
