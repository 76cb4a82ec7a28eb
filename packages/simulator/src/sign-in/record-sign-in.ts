import { recordEffect, type Simulation } from '../simulation.ts'
import type { Account } from '../world/account.ts'
import type { Application } from '../world/application.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { findUserOf } from './guest-here.ts'
import { resolveScopes } from './resource-scopes.ts'
import { SignInError } from './sign-in-error.ts'

interface Attempt {
  readonly tenant: Tenant
  readonly account: Account
  readonly application: Application
  readonly scope: string
  readonly isInteractive: boolean
}

/** Writes down that an account got, or did not get, what it wanted of a tenant. */
export function recordSignIn(
  simulation: Simulation,
  { tenant, account, application, scope, isInteractive }: Attempt,
  error?: SignInError,
): void {
  const user = findUserOf(tenant, account)
  const { clientId } = application
  if (user) rememberActivity(user, simulation.clock.now(), { isInteractive, hasFailed: !!error })
  recordEffect(simulation, tenant, {
    by: user
      ? { kind: 'person', id: user.id, name: user.displayName }
      : { kind: 'person', name: account.name },
    what: error ? 'sign-in-failed' : 'signed-in',
    targets: { ...(user ? { userId: user.id } : {}), clientId },
    signIn: {
      mail: account.mail,
      clientId,
      resourceId: resourceIdOf(simulation, tenant, scope),
      isInteractive,
      errorCode: error?.code ?? 0,
      failureReason: error?.message ?? null,
    },
  })
}

/** `lastSignInDateTime` counts failed attempts as well (signinactivity.md). */
function rememberActivity(
  user: User,
  now: Date,
  { isInteractive, hasFailed }: { readonly isInteractive: boolean; readonly hasFailed: boolean },
): void {
  const at = now.toISOString().replace(/\.\d+Z$/, 'Z')
  const before = user.signInActivity ?? {
    lastSignInDateTime: null,
    lastNonInteractiveSignInDateTime: null,
    lastSuccessfulSignInDateTime: null,
  }
  user.signInActivity = {
    ...before,
    ...(isInteractive ? { lastSignInDateTime: at } : { lastNonInteractiveSignInDateTime: at }),
    ...(hasFailed ? {} : { lastSuccessfulSignInDateTime: at }),
  }
}

function resourceIdOf({ world }: Simulation, tenant: Tenant, scope: string): string | null {
  try {
    return resolveScopes(world, tenant, scope).resource.clientId
  } catch (error) {
    if (error instanceof SignInError) return null
    throw error
  }
}
