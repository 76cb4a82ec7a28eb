import type { Receipt } from '@foyer/contracts/receipt'
import type { LeavingRow } from './leaving.ts'

/**
 * How sure it is that the guest wanted it: no organization is left without a sign-in that was asked for,
 * a code and a day, or somebody's grant; of whoever leaves a group nothing but a token is asked.
 */
export function tellProof({
  groupId,
  signedInAt,
  exitRequestId,
  beginsAt,
  metContext,
}: Pick<LeavingRow, 'groupId' | 'signedInAt' | 'exitRequestId' | 'beginsAt' | 'metContext'>): Pick<
  Receipt,
  'proof' | 'signedInAt'
> {
  if (exitRequestId) return { proof: 'mail-code' }
  if (beginsAt) return { proof: 'code-and-delay' }
  if (metContext)
    return { proof: 'context', ...(signedInAt ? { signedInAt: signedInAt.toISOString() } : {}) }
  if (!signedInAt) return { proof: 'sign-in' }
  return {
    proof: groupId ? 'sign-in' : 'fresh-sign-in',
    signedInAt: signedInAt.toISOString(),
  }
}
