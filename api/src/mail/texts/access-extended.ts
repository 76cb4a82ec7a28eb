import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatCalendarDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { explainEnd } from './end-reason.ts'
import { greet } from './greeting.ts'

export function accessExtended(
  i18n: I18n,
  { name, organization, stayUntil, endsOn, because, by, reason }: ContentOf<'access-extended'>,
): MailText {
  const values = {
    organization,
    by,
    reason,
    day: formatCalendarDay(i18n, stayUntil),
    end: formatCalendarDay(i18n, endsOn ?? stayUntil),
    why: because ? explainEnd(i18n, because) : '',
  }
  return {
    subject: i18n._({
      id: 'access-extended.subject',
      message: 'Your access to {organization} lasts until {day}',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'access-extended.what',
        message: '{by} has extended your access to {organization} until {day}.',
        values,
      }),
      i18n._({ id: 'access-extended.reason', message: 'The reason: “{reason}”', values }),
      ...(endsOn
        ? [
            because === undefined || because === 'confirmation-due'
              ? i18n._({
                  id: 'access-extended.earlier',
                  message:
                    'It ends on {end} all the same, unless somebody confirms before that you are still needed.',
                  values,
                })
              : i18n._({
                  id: 'access-extended.earlier-because',
                  message: 'It ends on {end} all the same. The reason: {why}.',
                  values,
                }),
          ]
        : []),
    ],
    button: {
      label: i18n._({ id: 'access-extended.button', message: 'See your access' }),
      to: 'organization',
    },
    why: i18n._({
      id: 'access-extended.why',
      message:
        'This mail was sent because the end of your access to {organization} has moved. You need nothing more? Then do nothing.',
      values,
    }),
  }
}
