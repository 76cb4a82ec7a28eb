import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function doubtAnswered(
  i18n: I18n,
  { name, because, guest, organization, reason }: ContentOf<'doubt-answered'>,
): MailText {
  const values = { guest, organization, reason }
  return {
    subject: i18n._({
      id: 'doubt-answered.subject',
      message: '{guest} says: I still need my access to {organization}',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'doubt-answered.what',
        message:
          '{guest} was asked whether they still need their access to {organization}. They do.',
        values,
      }),
      i18n._({ id: 'stay-asked.reason', message: 'They write: “{reason}”', values }),
      i18n._({
        id: 'doubt-answered.decide',
        message:
          'That confirms nothing yet. On their page you confirm that they are needed, extend the access, or end it.',
      }),
    ],
    button: { label: i18n._({ id: 'guest-ends.button', message: 'Decide' }), to: 'guest' },
    why: explain(i18n, because, values),
  }
}

function explain(
  i18n: I18n,
  because: ContentOf<'doubt-answered'>['because'],
  values: Readonly<Record<'guest' | 'organization', string>>,
): string {
  switch (because) {
    case 'asked':
      return i18n._({
        id: 'doubt-answered.why',
        message: 'This mail was sent because you asked {guest}.',
        values,
      })
    case 'contact':
      return i18n._({
        id: 'stay-asked.why-contact',
        message:
          'This mail was sent because nobody vouches for {guest}, and {organization} names this address as its contact for privacy. An operator can answer.',
        values,
      })
    case 'vouches':
      return i18n._({
        id: 'stay-asked.why',
        message: 'This mail was sent because you vouch for {guest} at {organization}.',
        values,
      })
  }
}
