import MailComposer from 'nodemailer/lib/mail-composer'
import { MailError } from './mail-error.ts'
import type { OutgoingMail } from './transport.ts'

/** RFC 5322, 3.4.1, without quotes, comments and domain literals: whatever else is no address of a person. */
const plainAddress =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u

/**
 * A whole mail (RFC 5322), which both ways out send as it is.
 *
 * @throws {MailError} for an address that could be read as anything but one address.
 */
export async function compose(mail: OutgoingMail): Promise<Buffer> {
  const { from, replyTo, to, subject, text, html, messageId, at } = mail
  if (to.length > 320 || !plainAddress.test(to)) {
    throw new MailError('mail-refused', { reason: 'no-address' })
  }
  return new MailComposer({
    // Copies, because the library writes into what it is given.
    from: { ...from },
    ...(replyTo ? { replyTo: { ...replyTo } } : {}),
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${messageId}>`,
    date: at,
    // RFC 3834: no vacation note and no other machine answers.
    headers: { 'Auto-Submitted': 'auto-generated' },
    // Nothing of a mail is ever fetched from anywhere.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
