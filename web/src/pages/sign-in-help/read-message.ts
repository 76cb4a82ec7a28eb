/** What a message of Microsoft's sign-in says of itself. */
export interface EntraMessage {
  /** As it was given. */
  readonly text: string
  /** Such as AADSTS50020; absent where there is none in it. */
  readonly code: string | undefined
  /** The account that was used, where the message names it. */
  readonly account: string | undefined
  /** By which Microsoft finds the request again. */
  readonly requestId: string | undefined
  readonly at: string | undefined
}

/** Longer than any message; the rest of what was pasted is not looked at. */
const longest = 10_000

/**
 * Reads what Microsoft shows or answers (Microsoft identity platform, "Error codes": the code, then
 * words, then ids and a time). A code is also found by its digits alone, as people type it.
 */
export function readMessage(pasted: string): EntraMessage {
  const text = pasted.slice(0, longest).trim()
  const digits = /AADSTS\s?(\d{4,8})\b/i.exec(text)?.[1] ?? /^\s*(\d{4,8})\s*$/.exec(text)?.[1]
  return {
    text,
    code: digits === undefined ? undefined : `AADSTS${digits}`,
    account: /\baccount '([^'\s]+@[^'\s]+)'/i.exec(text)?.[1],
    requestId: /\b(?:Request Id|Trace ID):\s*([0-9a-f-]{36})\b/i.exec(text)?.[1],
    at: /\bTimestamp:\s*(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}Z?)/i.exec(text)?.[1],
  }
}
