import type { Tenant } from './tenant.ts'
import type { User } from './user.ts'

/** How long a deleted user can be restored. */
export const restorableDays = 30

/**
 * Deletes softly: the user is in `deletedItems` and nowhere else. The relations stay as they are
 * and are skipped by every reader, so that a restore brings them back.
 */
export function deleteUser(tenant: Tenant, user: User, now: Date): void {
  user.deletedDateTime = now.toISOString().replace(/\.\d+Z$/, 'Z')
  tenant.users.delete(user.id)
  tenant.userIdByName.delete(user.userPrincipalName.toLowerCase())
  tenant.deletedUsers.set(user.id, user)
}

/** Its place in the order of users was never given up. */
export function restoreUser(tenant: Tenant, user: User): void {
  user.deletedDateTime = null
  tenant.deletedUsers.delete(user.id)
  tenant.users.set(user.id, user)
  tenant.userIdByName.set(user.userPrincipalName.toLowerCase(), user.id)
}

/**
 * What the directory itself does after 30 days. Whoever is gone sponsors and leads nobody, and invited nobody; that they
 * were in groups stays, since delta feeds tell it when they are purged.
 *
 * @returns whom it purged.
 */
export function purgeExpired(tenant: Tenant, now: Date): string[] {
  const purged: string[] = []
  for (const [id, { deletedDateTime }] of tenant.deletedUsers) {
    if (!deletedDateTime) continue
    const ageMs = now.getTime() - Date.parse(deletedDateTime)
    // They stand in the order of their deletion.
    if (ageMs < restorableDays * 86_400_000) break
    tenant.deletedUsers.delete(id)
    for (const links of [tenant.sponsors, tenant.managers, tenant.inviters]) links.forget(id)
    purged.push(id)
  }
  return purged
}
