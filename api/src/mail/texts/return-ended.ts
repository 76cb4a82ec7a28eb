import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function returnEnded(i18n: I18n, content: ContentOf<'return-ended'>): MailText {
  const { name, organization } = content
  const values = { organization }
  return {
    subject: i18n._({
      id: 'return-ended.subject',
      message: 'Coming back to {organization} did not succeed',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'return-ended.asked',
        message: 'You wanted to take back that you had left {organization}.',
        values,
      }),
      reasonOf(i18n, content),
    ],
    button: {
      label: i18n._({ id: 'return-ended.button', message: 'See what is known' }),
      to: 'receipt',
    },
    why: i18n._({
      id: 'return-ended.why',
      message:
        'This mail was sent because you asked Foyer to bring you back, and would otherwise wait for an answer.',
    }),
  }
}

function reasonOf(
  i18n: I18n,
  { organization, outcome, because }: ContentOf<'return-ended'>,
): string {
  const values = { organization }
  if (outcome === 'failed') {
    return i18n._({
      id: 'return-ended.failed',
      message:
        'Foyer tried, and stopped without knowing the outcome. Look whether {organization} knows you again.',
      values,
    })
  }
  switch (because) {
    case 'erased':
      return i18n._({
        id: 'return-ended.erased',
        message:
          'The directory of {organization} has erased your account. {organization} can only invite you anew.',
        values,
      })
    case 'removed-by-others':
      return i18n._({
        id: 'return-ended.removed-by-others',
        message:
          'Since you left, {organization} itself has ended your access. Ask whoever vouched for you.',
        values,
      })
    case 'address-taken':
      return i18n._({
        id: 'return-ended.address-taken',
        message:
          'Your address belongs to another account at {organization} now. Its help desk can put that right.',
        values,
      })
    default:
      return i18n._({
        id: 'return-ended.refused',
        message: '{organization} did not let it be done. Its help desk can do it.',
        values,
      })
  }
}
