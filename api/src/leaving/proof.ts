import type { Receipt } from '@foyer/contracts/receipt'
import type { LeavingRow } from './leaving.ts'

/**
 * How sure it is that the guest wanted it. No organization is left without a sign-in that was asked for
 * (`requireFreshSignIn`); of whoever leaves a group nothing but a token is asked.
 */
export function tellProof({
  groupId,
  signedInAt,
  exitRequestId,
}: Pick<LeavingRow, 'groupId' | 'signedInAt' | 'exitRequestId'>): Pick<
  Receipt,
  'proof' | 'signedInAt'
> {
  if (exitRequestId) return { proof: 'mail-code' }
  if (!signedInAt) return { proof: 'sign-in' }
  return {
    proof: groupId ? 'sign-in' : 'fresh-sign-in',
    signedInAt: signedInAt.toISOString(),
  }
}
