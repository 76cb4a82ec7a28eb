import type { Profile } from './pairs.ts'

/** What MSAL tells of an account in one tenant. */
export interface NamedProfile extends Profile {
  readonly name?: string
  readonly username: string
}

/** A person's own identity, as the header names it. */
export interface Account {
  /**
   * MSAL's ids of it: an account without an Entra home may be another one in each organization,
   * because nothing in its tokens says that it is the same.
   */
  readonly accountIds: readonly string[]
  readonly name: string
  readonly mail: string
  /** The tenants where it has had a token in this session. */
  readonly tenantIds: readonly string[]
}

/** The accounts that are signed in, each once. What looks the same to a person is shown as one. */
export function groupAccounts(profiles: readonly NamedProfile[]): Account[] {
  const byMail = new Map<string, Account>()
  for (const { homeAccountId, tenantId, name, username } of profiles) {
    const key = username.toLowerCase()
    const known = byMail.get(key)
    byMail.set(key, {
      accountIds: [...new Set([...(known?.accountIds ?? []), homeAccountId])],
      name: known?.name || name || username,
      mail: username,
      tenantIds: [...new Set([...(known?.tenantIds ?? []), tenantId])],
    })
  }
  return [...byMail.values()]
}
