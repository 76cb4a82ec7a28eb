import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function invitationReminder(
  i18n: I18n,
  content: ContentOf<'invitation-reminder'>,
): MailText {
  const { name, organization, by, purpose, isAccepted, code } = content
  const values = { organization, by, purpose, code, end: formatDay(i18n, content.openUntil) }
  return {
    subject: isAccepted
      ? i18n._({
          id: 'invitation-reminder.subject-accepted',
          message: 'One step is left before you are a guest of {organization}',
          values,
        })
      : i18n._({
          id: 'invitation-reminder.subject',
          message: 'The invitation of {organization} is still open',
          values,
        }),
    greeting: greet(i18n, name),
    paragraphs: [
      isAccepted
        ? i18n._({
            id: 'invitation-reminder.accepted',
            message:
              'You have accepted the invitation of {organization}, and have not come to the end at Microsoft’s pages. You can begin there again. It is for: {purpose}',
            values,
          })
        : i18n._({
            id: 'invitation-reminder.open',
            message:
              '{by} has invited you to be a guest of {organization}, and waits for an answer. It is for: {purpose}',
            values,
          }),
      i18n._({
        id: 'invitation-reminder.check',
        message: 'The page shows the code {code}, as this mail does, and asks for no password.',
        values,
      }),
      i18n._({
        id: 'invitation-reminder.end',
        message: 'The link works until {end}. This is the only reminder.',
        values,
      }),
    ],
    button: {
      label: i18n._({ id: 'invitation.button', message: 'Read the invitation' }),
      to: 'invitation',
    },
    why: i18n._({
      id: 'invitation.why',
      message: 'This mail was sent because {by} has entered this address at {organization}.',
      values,
    }),
  }
}
