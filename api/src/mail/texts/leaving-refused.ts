import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

/** What was asked for was not done, and nothing was changed. */
export function leavingRefused(i18n: I18n, content: ContentOf<'leaving-ended'>): MailText {
  const { name, organization, group } = content
  const values = { organization, group }
  return {
    subject:
      group === undefined
        ? i18n._({
            id: 'leaving-refused.subject.organization',
            message: 'You are still a guest at {organization}',
            values,
          })
        : i18n._({
            id: 'leaving-refused.subject.group',
            message: 'You are still in {group}',
            values,
          }),
    greeting: greet(i18n, name),
    paragraphs: [
      group === undefined
        ? i18n._({
            id: 'leaving-refused.asked.organization',
            message: 'You asked to leave {organization}, and that was not done.',
            values,
          })
        : i18n._({
            id: 'leaving-refused.asked.group',
            message:
              'You asked to leave the group {group} at {organization}, and that was not done.',
            values,
          }),
      reasonOf(i18n, content),
    ],
    button: {
      label: i18n._({ id: 'leaving-refused.button', message: 'See what was asked' }),
      to: 'receipt',
    },
    why: i18n._({
      id: 'leaving-refused.why',
      message:
        'This mail was sent because you asked Foyer to leave, and would otherwise wait for an answer.',
    }),
  }
}

/** In words for those reasons that a person can do something with. */
function reasonOf(i18n: I18n, { organization, because }: ContentOf<'leaving-ended'>): string {
  const values = { organization }
  switch (because.replace(/^(group|departure)-/, '')) {
    case 'not-allowed':
      return i18n._({
        id: 'leaving-refused.not-allowed',
        message:
          '{organization} does not let guests leave by themselves. You can still ask whoever vouches for you there to remove you.',
        values,
      })
    case 'stopped-by-guest':
      return i18n._({
        id: 'leaving-refused.stopped',
        message:
          'You took it back in time, or somebody who reads your mails did. Nothing was changed.',
      })
    case 'managed-by-rule':
      return i18n._({
        id: 'leaving-refused.managed-by-rule',
        message: 'A rule decides who is in this group, and it would add you again.',
      })
    case 'last-owner':
      return i18n._({
        id: 'leaving-refused.last-owner',
        message: 'You are its last owner. Ask {organization} to name another owner first.',
        values,
      })
    case 'role-held':
      return i18n._({
        id: 'leaving-refused.role-held',
        message:
          'Your account holds an administrator role there. Ask {organization} to take it away first.',
        values,
      })
    case 'synced':
    case 'protected':
    case 'role-assignable':
    case 'managed-in-exchange':
      return i18n._({
        id: 'leaving-refused.kept-elsewhere',
        message: '{organization} keeps this out of the reach of Foyer. Its help desk can do it.',
        values,
      })
    default:
      return i18n._({
        id: 'leaving-refused.else',
        message:
          '{organization} did not let it be done. Nothing was changed. Its help desk can do it.',
        values,
      })
  }
}
