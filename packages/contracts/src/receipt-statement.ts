import type { Instant } from './ids.ts'
import type { LeavingProof } from './receipt.ts'

/**
 * What kind of signed statement a receipt is. Whatever is signed under this name has the shape below,
 * for ever: another shape gets another name.
 */
export const receiptStatementType = 'foyer-receipt+jwt'

/** A receipt as it is signed (JWT, RFC 7519), so that it can be shown to others. */
export interface ReceiptStatement {
  /** The portal, where the public keys are. */
  readonly iss: string
  /** When the end was written down, in seconds since 1970: the same however often it is signed. */
  readonly iat: number
  /** Names it in the journal. */
  readonly number: string
  readonly organization: { readonly id: string; readonly slug: string; readonly name: string }
  readonly guest: { readonly name: string; readonly mail?: string }
  /** The group that was left; absent where it was the organization itself. */
  readonly group?: string
  readonly askedAt: Instant
  readonly leftAt: Instant
  readonly proof: LeavingProof
  /** Absent where it is not known. */
  readonly signedInAt?: Instant
  /** Of the organization only. Until when an administrator can restore the account. */
  readonly restorableUntil?: Instant
  /** Of the organization only. When the directory has erased it at the latest. */
  readonly erasedBy?: Instant
}
