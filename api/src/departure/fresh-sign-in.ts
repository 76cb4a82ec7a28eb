import { freshness, meetsContext } from '@foyer/lifecycle/freshness'
import { ProblemError } from '../http/problem-error.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { Challenges } from './challenge.ts'

/** The sign-in service's clock is not ours. */
const skewSeconds = 60

/**
 * Whether the caller has signed in after the challenge that they bring.
 *
 * @returns false where no token would ever tell, so that something else has to.
 * @throws {ProblemError} with a new challenge, where they have not.
 */
export function requireFreshSignIn(
  challenges: Challenges,
  caller: CallerIdentity,
  challenge: string | undefined,
  now: Date,
): boolean {
  const { signedInAt, issuedAt } = caller
  const challengedAt = challenge ? challenges.readTime(challenge, caller, now) : undefined
  const nowSeconds = Math.floor(now.getTime() / 1000)
  const verdict = freshness({ signedInAt, issuedAt, challengedAt }, nowSeconds, skewSeconds)
  if (verdict === 'too-old') {
    throw new ProblemError('sign-in-too-old', { challenge: challenges.issue(caller, now) })
  }
  return verdict === 'fresh'
}

/** @throws {ProblemError} with a new challenge, unless the caller met the context after the one they bring. */
export function requireContext(
  challenges: Challenges,
  caller: CallerIdentity,
  context: string,
  challenge: string | undefined,
  now: Date,
): void {
  const challengedAt = challenge ? challenges.readTime(challenge, caller, now) : undefined
  const evidence = {
    isInToken: caller.contexts.includes(context),
    issuedAt: caller.issuedAt,
    challengedAt,
  }
  if (meetsContext(evidence, Math.floor(now.getTime() / 1000), skewSeconds)) return
  throw new ProblemError('sign-in-too-old', { challenge: challenges.issue(caller, now), context })
}
