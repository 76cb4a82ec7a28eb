import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

/** Foyer has stopped trying, and what the directory did meanwhile is not known. */
export function leavingGivenUp(i18n: I18n, content: ContentOf<'leaving-ended'>): MailText {
  const { name, organization, group } = content
  const values = { organization, group, left: group ?? organization }
  return {
    subject: i18n._({
      id: 'leaving-given-up.subject',
      message: 'Leaving {left} was given up',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      group === undefined
        ? i18n._({
            id: 'leaving-given-up.asked.organization',
            message:
              'You asked to leave {organization}. Foyer tried, and stopped without knowing the outcome: you may have left, or you may still be a guest there.',
            values,
          })
        : i18n._({
            id: 'leaving-given-up.asked.group',
            message:
              'You asked to leave the group {group} at {organization}. Foyer tried, and stopped without knowing the outcome: you may have left it, or you may still be in it.',
            values,
          }),
      group === undefined
        ? i18n._({
            id: 'leaving-given-up.next.organization',
            message: 'Look whether {organization} still knows you, and then ask again.',
            values,
          })
        : i18n._({
            id: 'leaving-given-up.next.group',
            message: 'Look whether you are still in {group}, and then ask again.',
            values,
          }),
    ],
    button: {
      label: i18n._({ id: 'leaving-given-up.button', message: 'See what is known' }),
      to: 'receipt',
    },
    why: i18n._({
      id: 'leaving-given-up.why',
      message:
        'This mail was sent because you asked Foyer to leave, and would otherwise wait for an answer.',
    }),
  }
}
