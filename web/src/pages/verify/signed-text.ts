/** More than any receipt: whoever pastes a whole book need not wait for it. */
const mostLetters = 16_384

/** A signed text (JWS compact, RFC 7515, 7.1), taken apart and not yet believed. */
export interface SignedText {
  readonly header: Readonly<Record<string, unknown>>
  readonly payload: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
  /** What the signature is of. */
  readonly signed: Uint8Array<ArrayBuffer>
}

/** Takes apart what somebody pasted: a signed text, in one line or broken into several, or a link to it. */
export function readSignedText(pasted: string): SignedText | 'too-long' | 'unreadable' {
  const text = pasted.replaceAll(/\s/g, '').replace(/^[^#]*#/, '')
  if (text.length > mostLetters) return 'too-long'
  const [head = '', middle = '', last, ...more] = text.split('.')
  const header = readJson(decode(head))
  const payload = decode(middle)
  const signature = decode(last)
  if (!header || !payload || !signature || more.length > 0) return 'unreadable'
  return { header, payload, signature, signed: new TextEncoder().encode(`${head}.${middle}`) }
}

/** Undefined for what is no object in JSON. */
export function readJson(
  bytes: Uint8Array | undefined,
): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Undefined for what is no base64url, or could have been written in another way as well. */
function decode(text: string | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (text === undefined || !/^[\w-]*$/.test(text)) return undefined
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const again = btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
    return again === text ? Uint8Array.from(letters, (letter) => letter.charCodeAt(0)) : undefined
  } catch {
    return undefined
  }
}
