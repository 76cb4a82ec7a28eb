import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { secondsOf } from '../control/clock.ts'
import type { Simulation } from '../simulation.ts'
import { type Account, idpOf } from '../world/account.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'

/** Access tokens live for a random time from 60 to 90 minutes (access-tokens.md). */
export function randomLifeSeconds(): number {
  return randomInt(3600, 5400)
}

export function opaque(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}

/** `iat`, `nbf` and `exp`, all by the simulated clock. */
export function timesOf(now: Date, lifeSeconds: number) {
  const iat = secondsOf(now)
  return { iat, nbf: iat, exp: iat + lifeSeconds }
}

/** Pairwise: the same person is somebody else to each client (access-token-claims-reference.md). */
export function subjectOf(tenant: Tenant, user: User, clientId: string): string {
  return createHash('sha256')
    .update(`${tenant.tenantId} ${user.id} ${clientId}`)
    .digest('base64url')
}

/** Whether somebody signs in elsewhere: the object here has no password of its own. */
export function isAtHome(tenant: Tenant, account: Account): boolean {
  return account.homeTenantId === tenant.tenantId
}

/** The claims about a person that ID tokens and access tokens share (tokens.md 1). */
export function personClaims(
  { variants }: Pick<Simulation, 'variants'>,
  { tenant, user, account }: { tenant: Tenant; user: User; account: Account },
): JWTPayload {
  const isExternal = !isAtHome(tenant, account)
  return {
    ...(isExternal && user.mail ? { email: user.mail } : {}),
    ...(isExternal ? { idp: idpOf(account, variants) } : {}),
    name: user.displayName,
    oid: user.id,
    preferred_username: isExternal ? account.mail : user.userPrincipalName,
    rh: `0.${opaque(30)}`,
    tid: tenant.tenantId,
  }
}
