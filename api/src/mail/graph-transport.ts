import { DirectoryError } from '@foyer/directory/directory-error'
import type { Directory } from '@foyer/directory/directory'
import { compose } from './compose.ts'
import { MailError } from './mail-error.ts'
import type { MailTransport } from './transport.ts'

/** Sends as the shared mailbox of the organization, by Microsoft Graph. */
export function graphTransport(directory: Directory): MailTransport {
  return {
    async send(mail, deadline) {
      const whole = await compose(mail)
      try {
        await directory.of(mail.organizationId, deadline).sendMail(whole.toString('base64'))
      } catch (error) {
        // Exchange reads the mail before it takes it: what it cannot read now it never can.
        const isFinal = error instanceof DirectoryError && error.facts.status === 400
        if (!isFinal) throw error
        const { reason } = error.facts
        throw new MailError('mail-refused', { reply: 400, ...(reason ? { reason } : {}) })
      }
    },
  }
}
