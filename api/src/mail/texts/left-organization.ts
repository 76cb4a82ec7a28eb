import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay, formatMoment } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function leftOrganization(
  i18n: I18n,
  {
    name,
    organization,
    leftAt,
    restorableUntil,
    groupCount,
    undoableUntil,
  }: ContentOf<'left-organization'>,
): MailText {
  const values = { organization, groupCount, day: formatDay(i18n, restorableUntil) }
  return {
    subject: i18n._({
      id: 'left-organization.subject',
      message: 'You have left {organization}',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'left-organization.what',
        message:
          'You are no longer a guest at {organization}. {groupCount, plural, =0 {You were in none of its groups.} one {Your place in one group ended with it.} other {Your places in # groups ended with it.}} Where you are still signed in there, that can go on for about 90 minutes.',
        values,
      }),
      ...(undoableUntil === undefined
        ? []
        : [
            i18n._({
              id: 'left-organization.undo',
              message: 'Until {moment} you can take it back yourself, on the page of your receipt.',
              values: { moment: formatMoment(i18n, undoableUntil) },
            }),
          ]),
      i18n._({
        id: 'left-organization.way-back',
        message:
          'Until {day} you can ask {organization} to bring you back, with everything you had. Ask at once if it was not you who left.',
        values,
      }),
    ],
    button: {
      label: i18n._({ id: 'left-organization.button', message: 'Open your receipt' }),
      to: 'receipt',
    },
    why: i18n._({
      id: 'left-organization.why',
      message:
        'You need nothing more? Then do nothing. This mail was sent because you left {organization} on {moment}.',
      values: { organization, moment: formatMoment(i18n, leftAt) },
    }),
  }
}
