import type { OrganizationId } from '@foyer/contracts/ids'
import type { Deadline } from '@foyer/directory/deadline'
import type { Directory } from '@foyer/directory/directory'
import type { MailAddress, MailTransportSetting } from '../configuration/mail-setting.ts'
import { graphTransport } from './graph-transport.ts'
import { smtpTransport } from './smtp-transport.ts'

/** One mail to one person, ready to be sent. */
export interface OutgoingMail {
  readonly organizationId: OrganizationId
  readonly from: MailAddress
  readonly replyTo: MailAddress | undefined
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same at each attempt, by which servers know a repeat; without its brackets. */
  readonly messageId: string
  /** By the Clock. */
  readonly at: Date
}

/** The one way out for mails. */
export interface MailTransport {
  /**
   * Once it returns, the other side has taken the mail.
   *
   * @throws {MailError} where it has not, or nobody can tell.
   * @throws {DirectoryError} where the sign-in that is needed, or Graph, is in trouble.
   */
  send(mail: OutgoingMail, deadline: Deadline): Promise<void>
}

export function openMailTransport(
  setting: MailTransportSetting,
  directory: Directory,
): MailTransport {
  return setting.transport === 'graph'
    ? graphTransport(directory)
    : smtpTransport(setting, directory)
}
