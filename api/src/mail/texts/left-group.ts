import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatMoment } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function leftGroup(
  i18n: I18n,
  { name, organization, group, leftAt }: ContentOf<'left-group'>,
): MailText {
  const values = { organization, group, moment: formatMoment(i18n, leftAt) }
  return {
    subject: i18n._({ id: 'left-group.subject', message: 'You have left {group}', values }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'left-group.what',
        message:
          'You are no longer in the group {group} at {organization}, and what it gave you has ended. You are still a guest at {organization}.',
        values,
      }),
      i18n._({
        id: 'left-group.way-back',
        message:
          'Do you need it again? Ask whoever runs the group to add you. Ask at once if it was not you who left.',
      }),
    ],
    button: {
      label: i18n._({ id: 'left-group.button', message: 'Open your receipt' }),
      to: 'receipt',
    },
    why: i18n._({
      id: 'left-group.why',
      message:
        'You need nothing more? Then do nothing. This mail was sent because you left {group} on {moment}.',
      values,
    }),
  }
}
