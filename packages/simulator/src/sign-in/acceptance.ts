import { recordEffect, type Simulation } from '../simulation.ts'
import { type Account, identityIssuerOf } from '../world/account.ts'
import { isConsentAutomatic } from '../world/cross-tenant-access.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'

/** What somebody has said on the pages about an invitation. */
export interface Agreement {
  readonly hasAccepted?: boolean
  readonly hasAcceptedTerms?: boolean
}

/**
 * What is asked before an invitation is taken up: the permissions, unless both sides do without, then
 * the terms where there are some (redemption-experience.md).
 */
export function questionBefore(
  { world }: Simulation,
  tenant: Tenant,
  { homeTenantId }: Account,
  { hasAccepted = false, hasAcceptedTerms = false }: Agreement,
): 'review' | 'terms' | undefined {
  if (!hasAccepted && !isConsentAutomatic(world, tenant, homeTenantId)) return 'review'
  return tenant.termsOfUse && !hasAcceptedTerms ? 'terms' : undefined
}

/** From now on the object is this account's, whoever was invited (user-properties.md). */
export function acceptInvitation(
  simulation: Simulation,
  tenant: Tenant,
  user: User,
  account: Account,
): void {
  const by = { kind: 'person', id: user.id, name: user.displayName } as const
  const targets = { userId: user.id }
  if (tenant.termsOfUse) recordEffect(simulation, tenant, { by, what: 'terms-accepted', targets })
  for (const [accountId, userId] of tenant.userIdByAccount) {
    if (userId === user.id) tenant.userIdByAccount.delete(accountId)
  }
  tenant.userIdByAccount.set(account.accountId, user.id)
  user.externalUserState = 'Accepted'
  user.externalUserStateChangeDateTime = simulation.clock
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  const federated = {
    signInType: 'federated',
    issuer: identityIssuerOf(account),
    issuerAssignedId: account.kind === 'work' ? null : account.mail,
  }
  user.identities = [federated, ...user.identities]
  recordEffect(simulation, tenant, { by, what: 'invitation-accepted', targets })
}
