/** A link that begins a mail, and cannot add a header to it (RFC 6068, section 2). */
export function mailTo(address: string): `mailto:${string}` {
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`
}
