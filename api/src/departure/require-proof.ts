import { delayedUntil } from '@foyer/lifecycle/freshness'
import { tryCode } from '../codes/code.ts'
import { ProblemError } from '../http/problem-error.ts'
import { findLink } from '../links/find-link.ts'
import type { Store } from '../store/store.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { Challenges } from './challenge.ts'
import { requireContext, requireFreshSignIn } from './fresh-sign-in.ts'

/** What whoever leaves brings along, to show that it is them. */
export interface Shown {
  readonly challenge?: string | undefined
  readonly code?: { readonly attempt: string; readonly digits: string } | undefined
}

/** What was shown, and what follows from it. */
export interface Proved {
  /** The authentication context that was met. */
  readonly metContext?: string
  /** When it may be carried out at the earliest, where it has to wait. */
  readonly beginsAt?: Date
}

/** Where somebody leaves, and what stands behind the act there. */
export interface LadderSetting {
  readonly store: Store
  readonly challenges: Challenges
  /** Of the organization, where an enabled policy stands behind it. */
  readonly context: string | undefined
}

/**
 * The ladder: the organization's authentication context, or where it has none a fresh sign-in, or
 * where no token tells when there was one, a code from the mail and a day in which it can be taken
 * back. Who can stand on a rung goes no rung down.
 *
 * @throws {ProblemError}
 * @throws {StoreError}
 */
export async function requireProof(
  { store, challenges, context }: LadderSetting,
  caller: CallerIdentity,
  { challenge, code }: Shown,
  now: Date,
): Promise<Proved> {
  if (context !== undefined) {
    requireContext(challenges, caller, context, challenge, now)
    return { metContext: context }
  }
  if (requireFreshSignIn(challenges, caller, challenge, now)) return {}
  if (!code) throw new ProblemError('sign-in-time-unknown')
  const { organizationId, personId } = caller
  const link = await findLink(store, 'code-attempt', code.attempt, now)
  if (link?.organizationId !== organizationId) throw new ProblemError('code-ended')
  const tried = await store.asOrganization(organizationId, async (transaction) =>
    tryCode(transaction, {
      codeId: link.subjectId,
      code: code.digits,
      purpose: 'departure',
      now,
    }),
  )
  if (typeof tried === 'string') throw new ProblemError(tried)
  // Somebody else's, at the same organization.
  if (tried.guestId !== personId) throw new ProblemError('code-ended')
  return { beginsAt: delayedUntil(now) }
}
