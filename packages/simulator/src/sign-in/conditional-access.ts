import type { Simulation } from '../simulation.ts'
import type { Account } from '../world/account.ts'
import { type ConditionalAccessPolicy, policiesFor } from '../world/conditional-access.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { askedContextsOf } from './claims-request.ts'
import type { RequestedScopes } from './resource-scopes.ts'
import { SignInError } from './sign-in-error.ts'

export interface GuardedSignIn {
  readonly tenant: Tenant
  readonly user: User
  readonly account: Account
  readonly requested: {
    readonly resource: Pick<RequestedScopes['resource'], 'clientId'>
    readonly openId: readonly string[]
  }
  readonly claimsRequest: string | undefined
  /** Whether the person has proved themselves by a second factor in this session. */
  readonly hasMfa: boolean
}

/** "Every time" leaves so much between a sign-in and what it is for (session-lifetime.md). */
const everyTimeMs = 5 * 60_000

/** Whether an enforced policy wants a sign-in that is newer than the one at this time. */
export function needsNewSignIn(
  simulation: Simulation,
  signIn: GuardedSignIn,
  signedInAt: Date,
): boolean {
  if (simulation.clock.now().getTime() - signedInAt.getTime() <= everyTimeMs) return false
  return policiesFor(assess(signIn), simulation.variants).some(
    ({ state, sessionControls }) =>
      state === 'enabled' &&
      sessionControls?.signInFrequency.isEnabled === true &&
      sessionControls.signInFrequency.frequencyInterval === 'everyTime',
  )
}

/**
 * What the enforced policies say to a sign-in.
 *
 * @returns whether a second factor is still missing.
 * @throws {SignInError} 53003 for a block, 53000 where a device would have to be known: a guest's
 *   never is without trust between the tenants.
 */
export function needsSecondFactor(simulation: Simulation, signIn: GuardedSignIn): boolean {
  const { hasMfa } = signIn
  const enforced = policiesFor(assess(signIn), simulation.variants).filter(isEnforced)
  if (enforced.some((policy) => controlsOf(policy).includes('block'))) throw new SignInError(53003)
  const wishes = enforced.map((policy) => wishOf(policy, hasMfa))
  if (wishes.includes('device')) throw new SignInError(53000)
  return wishes.includes('mfa')
}

function assess({ requested, claimsRequest, ...signIn }: GuardedSignIn) {
  return {
    ...signIn,
    resourceId: requested.resource.clientId,
    asksOpenId: requested.openId.length > 0,
    contexts: askedContextsOf(claimsRequest),
  }
}

function isEnforced({ state }: ConditionalAccessPolicy): boolean {
  return state === 'enabled'
}

function controlsOf({ grantControls }: ConditionalAccessPolicy): readonly string[] {
  return grantControls?.builtInControls ?? []
}

/** What a policy still lacks: with OR any of its controls is enough. */
function wishOf(policy: ConditionalAccessPolicy, hasMfa: boolean): 'mfa' | 'device' | undefined {
  const controls = controlsOf(policy)
  const wantsMfa = controls.includes('mfa')
  const wantsDevice = controls.some((control) => control.endsWith('Device'))
  if (wantsDevice && !(wantsMfa && policy.grantControls?.operator === 'OR')) return 'device'
  return wantsMfa && !hasMfa ? 'mfa' : undefined
}
