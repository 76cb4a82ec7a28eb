declare const mailbox: unique symbol
/** The address of the mailbox from which an organization has its mails sent. */
export type MailboxUrl = string & { readonly [mailbox]: true }

/** @param address as the organization's people write it, checked by whoever configured it. */
export function mailboxUrl(address: string): MailboxUrl {
  return `/users/${encodeURIComponent(address)}` as MailboxUrl
}
