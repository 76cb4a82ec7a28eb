import { delayedUntil } from '@foyer/lifecycle/freshness'
import { tryCode } from '../codes/code.ts'
import { ProblemError } from '../http/problem-error.ts'
import { findLink } from '../links/find-link.ts'
import type { Store } from '../store/store.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { Challenges } from './challenge.ts'
import { requireFreshSignIn } from './fresh-sign-in.ts'

/** What whoever leaves brings along, to show that it is them. */
export interface Shown {
  readonly challenge?: string | undefined
  readonly code?: { readonly attempt: string; readonly digits: string } | undefined
}

/**
 * The ladder: a fresh sign-in, or where no token tells when there was one, a code from the mail and a
 * day in which it can be taken back. Whoever's token tells it goes no rung down.
 *
 * @returns when it may be carried out at the earliest, where it has to wait.
 * @throws {ProblemError}
 * @throws {StoreError}
 */
export async function requireProof(
  store: Store,
  challenges: Challenges,
  caller: CallerIdentity,
  { challenge, code }: Shown,
  now: Date,
): Promise<Date | undefined> {
  if (caller.signedInAt !== undefined || !code) {
    requireFreshSignIn(challenges, caller, challenge, now)
    return undefined
  }
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
  return delayedUntil(now)
}
