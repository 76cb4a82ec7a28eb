import type { OrganizationId } from '@foyer/contracts/ids'
import type { Policy } from '@foyer/contracts/policy'
import { changedRules, inOrder, isPossible } from '@foyer/lifecycle/policy'
import type { Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import { appendToJournal } from '../journal/append.ts'
import { tellStandingsAnew } from '../standing/standing-step.ts'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { findPolicy, type KeptPolicy } from './policy-version.ts'

/** An operator's decision, in place of a version. */
export interface PolicyChange {
  readonly policy: Policy
  readonly inPlaceOf: number
  readonly operator: CallerIdentity
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
}

/**
 * Keeps a new version, with its entry in the journal. Sent twice, it is one.
 *
 * @throws {ProblemError} `policy-not-possible`; `version-changed` where somebody was quicker.
 */
export async function changePolicy(
  transaction: Transaction<Tables>,
  { inPlaceOf, operator, requestId, now, ...wanted }: PolicyChange,
): Promise<KeptPolicy> {
  if (!isPossible(wanted.policy)) throw new ProblemError('policy-not-possible')
  const policy = inOrder(wanted.policy)
  const before = await findPolicy(transaction)
  if (before.version === inPlaceOf) {
    const changed = changedRules(before.policy, policy)
    if (before.made && changed.length === 0) return before
    const { organizationId, personId } = operator
    const kept = { version: inPlaceOf + 1, policy, made: { at: now, by: personId } }
    if (await keep(transaction, organizationId, kept)) {
      await tellStandingsAnew(transaction, organizationId, kept.version)
      await appendToJournal(transaction, {
        organizationId,
        at: now,
        act: 'change-policy',
        outcome: 'done',
        actor: { kind: 'operator', id: personId },
        requestId,
        tokenId: operator.tokenId,
        sessionId: operator.sessionId,
        facts: { version: kept.version, changed, policy },
      })
      return kept
    }
  }
  // Somebody was quicker; perhaps with the first of two clicks.
  const after = await findPolicy(transaction)
  const isOwn = after.version === inPlaceOf + 1 && after.made?.by === operator.personId
  if (isOwn && changedRules(after.policy, policy).length === 0) return after
  throw new ProblemError('version-changed')
}

/** @returns false where there is such a version already. */
async function keep(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  { version, policy, made }: Required<KeptPolicy>,
): Promise<boolean> {
  const kept = await transaction
    .insertInto('policy')
    .values({
      organizationId,
      version,
      policy: JSON.stringify(policy),
      madeAt: made.at,
      madeBy: made.by,
    })
    .onConflict((conflict) => conflict.columns(['organizationId', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return kept !== undefined
}
