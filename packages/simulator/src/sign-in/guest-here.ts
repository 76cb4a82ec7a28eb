import type { Simulation } from '../simulation.ts'
import { type Account, idpOf } from '../world/account.ts'
import { sideThatBlocks } from '../world/cross-tenant-access.ts'
import type { Application } from '../world/application.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import type { Variants } from '../variants.ts'
import { SignInError } from './sign-in-error.ts'

/** Who an account is in a tenant; deleted users are nobody. */
export function findUserOf(tenant: Tenant, account: Account): User | undefined {
  return tenant.users.get(tenant.userIdByAccount.get(account.accountId) ?? '')
}

export function noGuestHere(
  variants: Variants,
  tenant: Tenant,
  account: Account,
  application: Pick<Application, 'clientId'>,
  other: { readonly error?: string } = {},
): SignInError {
  const details = [account.mail, idpOf(account, variants), tenant.name, application.clientId]
  return new SignInError(50020, details, other)
}

/** @throws {SignInError} when the account is nobody here, blocked, or has not taken up its invitation. */
export function requireGuestHere(
  simulation: Simulation,
  tenant: Tenant,
  accountId: string,
  application: Application,
): { user: User; account: Account } {
  const { world, variants } = simulation
  const account = world.accounts.get(accountId)
  if (!account) throw new SignInError(70000)
  requireCollaboration(simulation, tenant, account)
  const user = findUserOf(tenant, account)
  if (!user) {
    const error = variants.noGuestHere
    throw noGuestHere(variants, tenant, account, application, { error })
  }
  requireAudience(variants, account, application)
  if (!user.accountEnabled) throw new SignInError(50057)
  if (user.externalUserState === 'PendingAcceptance') {
    throw pendingError(variants.pendingGuest, application)
  }
  return { user, account }
}

/** @throws {SignInError} 500212 where the home forbids it, 500213 where the organization does. */
export function requireCollaboration(
  { world }: Simulation,
  tenant: Tenant,
  { homeTenantId }: Account,
): void {
  const side = sideThatBlocks(world, tenant, homeTenantId)
  if (side) throw new SignInError(side === 'home' ? 500212 : 500213)
}

/**
 * V-11: AzureADMultipleOrgs leaves out personal accounts; whether it does where they are guests,
 * no document says.
 *
 * @throws {SignInError} 500200.
 */
export function requireAudience(
  { personalAccounts }: Variants,
  { kind, mail }: Account,
  { signInAudience }: Application,
): void {
  const isLeftOut = kind === 'microsoft' && signInAudience === 'AzureADMultipleOrgs'
  if (isLeftOut && personalAccounts === 'refused') throw new SignInError(500200, [mail])
}

/** V-22. */
function pendingError(
  variant: Simulation['variants']['pendingGuest'],
  { clientId, displayName }: Application,
): SignInError {
  if (variant === '65001') {
    return new SignInError(65001, [clientId, displayName], { suberror: 'consent_required' })
  }
  const error = variant === '50014' ? {} : { error: variant }
  return new SignInError(50014, [], error)
}
