import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay, formatMoment } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function guestLeft(
  i18n: I18n,
  {
    name,
    guest,
    organization,
    ownerless = [],
    proposed = [],
    leftAt,
    restorableUntil,
  }: ContentOf<'guest-left'>,
): MailText {
  const values = { guest, organization, day: formatDay(i18n, restorableUntil) }
  const ownerlessValues = {
    ...values,
    count: ownerless.length,
    groups: new Intl.ListFormat(i18n.locale).format(ownerless),
  }
  return {
    subject: i18n._({
      id: 'guest-left.subject',
      message: '{guest} has left {organization}',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      ownerless.length === 0
        ? i18n._({
            id: 'guest-left.what',
            message:
              '{guest} is no longer a guest at {organization}: they left by their own will. You need do nothing.',
            values,
          })
        : i18n._({
            id: 'guest-left.ownerless',
            message:
              '{guest} is no longer a guest at {organization}: they left by their own will. {count, plural, one {With them the group {groups} lost its last owner. Ask an administrator to name another, if it is still needed.} other {With them these groups lost their last owner: {groups}. Ask an administrator to name others, if they are still needed.}}',
            values: ownerlessValues,
          }),
      ...proposed.map(({ group, person }) =>
        i18n._({
          id: 'guest-left.proposed',
          message:
            'For {group} {guest} proposes {person} as the new owner. You need not follow it.',
          values: { group, guest, person },
        }),
      ),
      i18n._({
        id: 'guest-left.way-back',
        message:
          'Until {day} an administrator of {organization} can bring them back, with everything they had.',
        values,
      }),
    ],
    why: i18n._({
      id: 'guest-left.why',
      message: 'This mail was sent because you vouched for {guest}, who left on {moment}.',
      values: { guest, moment: formatMoment(i18n, leftAt) },
    }),
  }
}
