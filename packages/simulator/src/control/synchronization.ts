import { recordEffect, type Simulation } from '../simulation.ts'
import { restoreUser } from '../world/deletion.ts'
import { guidOf } from '../world/guid.ts'
import { addUser, type Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { theDirectory } from './effects.ts'

/** "Approximately every 40 minutes" (cross-tenant-synchronization-overview.md). */
const cycleMs = 40 * 60_000

/**
 * Cross-tenant synchronization: who is in its scope and was deleted here since the last cycle is
 * brought again (cross-tenant-synchronization-configure.md), in what way is V-15.
 *
 * Done when somebody looks, and when the clock is moved.
 */
export function synchronize(simulation: Simulation, tenant: Tenant): void {
  const how = simulation.variants.syncedGuestAfterDeletion
  if (how === 'stays-deleted' || tenant.synchronizedFrom.size === 0) return
  const cycleAt = Math.floor(simulation.clock.now().getTime() / cycleMs) * cycleMs
  for (const id of tenant.synchronizedFrom.keys()) {
    const user = tenant.deletedUsers.get(id)
    if (!user?.deletedDateTime || Date.parse(user.deletedDateTime) >= cycleAt) continue
    if (how === 'restored') restore(simulation, tenant, user)
    else createAgain(simulation, tenant, user, new Date(cycleAt))
  }
}

function restore(simulation: Simulation, tenant: Tenant, user: User): void {
  restoreUser(tenant, user)
  recordEffect(simulation, tenant, {
    by: theDirectory,
    what: 'user-restored',
    targets: { userId: user.id },
  })
}

/** The same person as another object: nothing of the old one's belongs to it. */
function createAgain(simulation: Simulation, tenant: Tenant, user: User, at: Date): void {
  const createdDateTime = at.toISOString().replace(/\.\d+Z$/, 'Z')
  const id = guidOf(`${user.id} again`)
  addUser(tenant, {
    ...user,
    id,
    createdDateTime,
    deletedDateTime: null,
    externalUserStateChangeDateTime: createdDateTime,
    signInActivity: null,
  })
  tenant.synchronizedFrom.set(id, tenant.synchronizedFrom.get(user.id) ?? '')
  tenant.synchronizedFrom.delete(user.id)
  for (const [accountId, userId] of tenant.userIdByAccount) {
    if (userId === user.id) tenant.userIdByAccount.set(accountId, id)
  }
  recordEffect(simulation, tenant, {
    by: theDirectory,
    what: 'user-created',
    targets: { userId: id },
  })
}
