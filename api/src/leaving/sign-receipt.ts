import type { OrganizationId } from '@foyer/contracts/ids'
import type { Receipt } from '@foyer/contracts/receipt'
import { type ReceiptStatement, receiptStatementType } from '@foyer/contracts/receipt-statement'
import type { SigningKeys } from '../signing/signing-keys.ts'

/** Who signs a receipt. */
export interface Signer {
  readonly signing: SigningKeys
  readonly publicOrigin: string
}

/** A receipt, and what of it is not shown. */
interface Leaving {
  readonly organizationId: OrganizationId
  readonly receipt: Receipt
  readonly endedAt: Date | null
}

/**
 * Signs the receipt of a leaving that is done; undefined for any other. Nothing in it depends on when
 * it is read: with one key, one receipt is one text.
 */
export async function signReceipt(
  { signing, publicOrigin }: Signer,
  { organizationId, receipt, endedAt }: Leaving,
): Promise<string | undefined> {
  const { state, number, organization, guest, group, askedAt, leftAt } = receipt
  if (state !== 'done' || leftAt === undefined || !endedAt) return undefined
  const { proof, signedInAt, restorableUntil, erasedBy } = receipt
  const statement: ReceiptStatement = {
    iss: publicOrigin,
    iat: Math.floor(endedAt.getTime() / 1000),
    number,
    organization: { id: organizationId, ...organization },
    guest,
    ...(group === undefined ? {} : { group }),
    askedAt,
    leftAt,
    proof,
    ...(signedInAt === undefined ? {} : { signedInAt }),
    ...(restorableUntil === undefined ? {} : { restorableUntil }),
    ...(erasedBy === undefined ? {} : { erasedBy }),
  }
  return signing.sign(receiptStatementType, statement)
}
