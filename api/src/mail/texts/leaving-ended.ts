import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function leavingEnded(i18n: I18n, content: ContentOf<'leaving-ended'>): MailText {
  const { name, organization, group } = content
  const values = { organization, group }
  return {
    subject:
      group === undefined
        ? i18n._({
            id: 'leaving-ended.subject.organization',
            message: 'You are still a guest at {organization}',
            values,
          })
        : i18n._({
            id: 'leaving-ended.subject.group',
            message: 'You are still in {group}',
            values,
          }),
    greeting: greet(i18n, name),
    paragraphs: [
      group === undefined
        ? i18n._({
            id: 'leaving-ended.asked.organization',
            message: 'You asked to leave {organization}, and that was not done.',
            values,
          })
        : i18n._({
            id: 'leaving-ended.asked.group',
            message:
              'You asked to leave the group {group} at {organization}, and that was not done.',
            values,
          }),
      reasonOf(i18n, content),
    ],
    button: {
      label: i18n._({ id: 'leaving-ended.button', message: 'See what was asked' }),
      to: 'receipt',
    },
    why: i18n._({
      id: 'leaving-ended.why',
      message:
        'This mail was sent because you asked Foyer to leave, and would otherwise wait for an answer.',
    }),
  }
}

/** In words for those reasons that a person can do something with. */
function reasonOf(
  i18n: I18n,
  { organization, outcome, because }: ContentOf<'leaving-ended'>,
): string {
  const values = { organization }
  if (outcome === 'failed') {
    return i18n._({
      id: 'leaving-ended.failed',
      message:
        'The directory of {organization} did not do it in time. Nothing was changed as far as Foyer can tell. You can ask again, or ask whoever vouches for you there.',
      values,
    })
  }
  switch (because.replace(/^(group|departure)-/, '')) {
    case 'not-allowed':
      return i18n._({
        id: 'leaving-ended.not-allowed',
        message:
          '{organization} does not let guests leave by themselves. You can still ask whoever vouches for you there to remove you.',
        values,
      })
    case 'managed-by-rule':
      return i18n._({
        id: 'leaving-ended.managed-by-rule',
        message: 'A rule decides who is in this group, and it would add you again.',
      })
    case 'last-owner':
      return i18n._({
        id: 'leaving-ended.last-owner',
        message: 'You are its last owner. Ask {organization} to name another owner first.',
        values,
      })
    case 'role-held':
      return i18n._({
        id: 'leaving-ended.role-held',
        message:
          'Your account holds an administrator role there. Ask {organization} to take it away first.',
        values,
      })
    case 'synced':
    case 'protected':
    case 'role-assignable':
    case 'managed-in-exchange':
      return i18n._({
        id: 'leaving-ended.kept-elsewhere',
        message: '{organization} keeps this out of the reach of Foyer. Its help desk can do it.',
        values,
      })
    default:
      return i18n._({
        id: 'leaving-ended.refused',
        message:
          '{organization} did not let it be done. Nothing was changed. Its help desk can do it.',
        values,
      })
  }
}
