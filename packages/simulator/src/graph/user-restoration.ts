import { restoreUser } from '../world/deletion.ts'
import type { User } from '../world/user.ts'
import { badRequest, conflictOver } from './graph-error.ts'
import type { Call } from './operation.ts'
import { requireFreeName } from './user-name.ts'

interface Wishes {
  readonly newUserPrincipalName?: string
  readonly autoReconcileProxyConflict: boolean
}

/**
 * Restores a user, who has to have a name and addresses of their own
 * (directory-deleteditems-restore.md): the body may give another name, and let go of addresses.
 *
 * @throws {GraphError} 400 for a name or an address that somebody has taken meanwhile. No document
 *   has the words of a restore; these are of the same conflict elsewhere.
 */
export function bringBack(call: Call, user: User): void {
  const { tenant } = call
  const { newUserPrincipalName = user.userPrincipalName, autoReconcileProxyConflict } =
    readWishes(call)
  requireFreeName(tenant, newUserPrincipalName)
  const taken = takenAddresses(call, user)
  if (taken.size > 0 && !autoReconcileProxyConflict) throw conflictOver('proxyAddresses')
  user.userPrincipalName = newUserPrincipalName
  if (taken.size > 0) user.proxyAddresses = user.proxyAddresses.filter((one) => !taken.has(one))
  restoreUser(tenant, user)
}

function readWishes({ body }: Call): Wishes {
  const given = { ...(body as object | null | undefined) } as Readonly<Record<string, unknown>>
  const { newUserPrincipalName, autoReconcileProxyConflict = false } = given
  if (typeof autoReconcileProxyConflict !== 'boolean') throw invalid('autoReconcileProxyConflict')
  if (newUserPrincipalName === undefined || newUserPrincipalName === null) {
    return { autoReconcileProxyConflict }
  }
  const isName =
    typeof newUserPrincipalName === 'string' && /^[^\s@]+@[^\s@]+$/.test(newUserPrincipalName)
  if (!isName) throw invalid('newUserPrincipalName')
  return { newUserPrincipalName, autoReconcileProxyConflict }
}

function invalid(name: string) {
  return badRequest(`Invalid value specified for parameter '${name}'.`)
}

/** Walks everybody, as restores are rare and an index of addresses would be large. */
function takenAddresses({ tenant }: Call, { proxyAddresses }: User): ReadonlySet<string> {
  const wanted = new Map(proxyAddresses.map((address) => [address.toLowerCase(), address]))
  const taken = new Set<string>()
  if (wanted.size === 0) return taken
  for (const holders of [tenant.users, tenant.groups]) {
    for (const holder of holders.values()) {
      for (const address of holder.proxyAddresses) {
        const own = wanted.get(address.toLowerCase())
        if (own !== undefined) taken.add(own)
      }
    }
  }
  return taken
}
