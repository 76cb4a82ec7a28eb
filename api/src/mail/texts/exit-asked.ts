import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function exitAsked(i18n: I18n, content: ContentOf<'exit-asked'>): MailText {
  const { name, guest, organization, isContact } = content
  return {
    subject: subjectOf(i18n, content),
    greeting: greet(i18n, name),
    paragraphs: paragraphsOf(i18n, content),
    button: {
      label: i18n._({ id: 'exit-asked.button', message: 'Look at the request' }),
      to: 'exit-requests',
    },
    why: isContact
      ? i18n._({
          id: 'exit-asked.why-contact',
          message:
            'This mail was sent because {organization} names this address for what concerns privacy.',
          values: { organization },
        })
      : i18n._({
          id: 'exit-asked.why',
          message: 'This mail was sent because you vouch for {guest} at {organization}.',
          values: { guest, organization },
        }),
  }
}

function subjectOf(i18n: I18n, { guest, organization, stage }: ContentOf<'exit-asked'>): string {
  const values = { guest, organization }
  switch (stage) {
    case 'waiting':
    case 'open':
      return i18n._({
        id: 'exit-asked.subject',
        message: '{guest} asks to end their access at {organization}',
        values,
      })
    case 'again':
      return i18n._({
        id: 'exit-asked.subject-again',
        message: '{guest} still waits for an answer from {organization}',
        values,
      })
    case 'overdue':
      return i18n._({
        id: 'exit-asked.subject-overdue',
        message: 'Overdue: {guest} has had no answer from {organization}',
        values,
      })
  }
}

function paragraphsOf(
  i18n: I18n,
  { guest, organization, isContact, stage, opensAt, dueAt }: ContentOf<'exit-asked'>,
): string[] {
  const values = { guest, organization, due: formatDay(i18n, dueAt) }
  const asked = i18n._({
    id: 'exit-asked.what',
    message:
      'Somebody who reads the address of {guest} has asked that their guest access at {organization} be ended. They cannot leave by themselves, or cannot sign in.',
    values,
  })
  if (stage === 'waiting' && opensAt) {
    return [
      asked,
      i18n._({
        id: 'exit-asked.waiting',
        message:
          'You need do nothing yet: the account may have been used lately, so the request waits until {guest} confirms it, or until {opens} if nobody objects. If you know that {guest} did not ask, tell them: they can stop it.',
        values: { ...values, opens: formatDay(i18n, opensAt) },
      }),
    ]
  }
  const owed = isContact
    ? i18n._({
        id: 'exit-asked.owed-contact',
        message:
          '{organization} owes them an answer by {due}: whoever vouches for them, or an operator, ends the access or refuses with a reason.',
        values,
      })
    : i18n._({
        id: 'exit-asked.owed',
        message:
          'They are owed an answer by {due}: end the access, which blocks the account now and removes it later, or refuse with a reason.',
        values,
      })
  if (stage === 'overdue') {
    return [
      asked,
      i18n._({
        id: 'exit-asked.overdue',
        message:
          'The answer was due on {due}, and nobody has given one. {guest} has been told, and can turn to the data protection authority. It is still owed: the access is ended, or refused with a reason.',
        values,
      }),
    ]
  }
  const again = i18n._({ id: 'exit-asked.again', message: 'Nobody has answered yet.' })
  return stage === 'again' ? [asked, again, owed] : [asked, owed]
}
