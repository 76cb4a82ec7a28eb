/** A link that begins a mail, and cannot add a header to it (RFC 6068, section 2). */
export function mailTo(address: string): `mailto:${string}` {
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`
}

/** Whether a contact can be written to; organizations write other things there too. */
export function isMailAddress(contact: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(contact)
}
