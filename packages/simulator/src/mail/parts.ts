import type { Email } from 'postal-mime'
import { plainTextOf } from './plain-text.ts'

/** What the mailbox keeps of a mail that was read. */
export function partsOf({ subject, text, html, messageId }: Email) {
  return {
    subject: subject ?? '',
    text: (text ?? plainTextOf(html ?? '')).replaceAll('\r\n', '\n').trim(),
    ...(html === undefined ? {} : { html }),
    ...(messageId === undefined ? {} : { messageId }),
  }
}
