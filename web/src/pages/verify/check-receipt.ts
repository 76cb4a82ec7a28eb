import { type ReceiptStatement, receiptStatementType } from '@foyer/contracts/receipt-statement'
import type { PublicKey } from '@foyer/contracts/signing-keys'
import { readJson, readSignedText, type SignedText } from './signed-text.ts'

/** Why a text does not count as a receipt of this Foyer. */
export type Doubt =
  | 'too-long'
  | 'unreadable'
  | 'other-kind'
  | 'other-algorithm'
  | 'other-origin'
  | 'unknown-key'
  | 'altered'
  | 'browser-cannot'

export type Verdict =
  | { readonly statement: ReceiptStatement }
  | {
      readonly doubt: Doubt
      /** Of `other-origin`: whom the text names as the one that signed it. */
      readonly issuer?: string
    }

const algorithm = 'Ed25519'
const signatureBytes = 64

/**
 * Whether this Foyer has signed a text, and what it then says:
 *
 *   read ──► of this kind ──► key known ──► signature good ──► of this address ──► statement
 *
 * Before the signature is found to be good, nothing that the text says is believed.
 *
 * @param origin of this Foyer.
 */
export async function checkReceipt(
  pasted: string,
  keys: readonly PublicKey[],
  origin: string,
): Promise<Verdict> {
  const text = readSignedText(pasted)
  if (typeof text === 'string') return { doubt: text }
  const { typ, alg, kid } = text.header
  if (typ !== receiptStatementType) return { doubt: 'other-kind' }
  if (alg !== algorithm) return { doubt: 'other-algorithm' }
  // Cut off where somebody copied it, and not altered.
  if (text.signature.length < signatureBytes) return { doubt: 'unreadable' }
  const key = keys.find((each) => each.kid === kid)
  if (!key) return doubtUnknownKey(text, origin)
  try {
    if (!(await isSignedBy(key, text))) return { doubt: 'altered' }
  } catch (error) {
    const cannot = error instanceof DOMException && error.name === 'NotSupportedError'
    if (cannot) return { doubt: 'browser-cannot' }
    throw error
  }
  // What this Foyer has signed under this name has this shape.
  const statement = readJson(text.payload) as unknown as ReceiptStatement
  const { iss } = statement
  return iss === origin ? { statement } : { doubt: 'other-origin', issuer: iss }
}

async function isSignedBy(
  { kty, crv, x }: PublicKey,
  { signature, signed }: SignedText,
): Promise<boolean> {
  const { subtle } = crypto
  // Without `alg`, about whose name browsers differ.
  const key = await subtle.importKey('jwk', { kty, crv, x }, algorithm, false, ['verify'])
  return subtle.verify(algorithm, key, signature, signed)
}

/** Nobody can tell who signed it; where it names somebody else, that is a better hint than none. */
function doubtUnknownKey({ payload }: SignedText, origin: string): Verdict {
  const issuer = readJson(payload)?.['iss']
  return typeof issuer === 'string' && issuer !== origin && URL.canParse(issuer)
    ? { doubt: 'other-origin', issuer: new URL(issuer).origin }
    : { doubt: 'unknown-key' }
}
