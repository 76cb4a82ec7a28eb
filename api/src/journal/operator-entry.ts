import type { CallerIdentity } from '../token/validate-claims.ts'

/** What every entry about an operator's decision has. */
export function operatorEntryOf(
  { organizationId, personId, tokenId, sessionId }: CallerIdentity,
  requestId: string,
  at: Date,
) {
  const actor = { kind: 'operator', id: personId } as const
  return { organizationId, at, outcome: 'done', actor, requestId, tokenId, sessionId } as const
}
