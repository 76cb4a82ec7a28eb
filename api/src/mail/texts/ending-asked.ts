import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function endingAsked(
  i18n: I18n,
  { guest, organization, by, reason, isUnusual, isMove }: ContentOf<'ending-asked'>,
): MailText {
  const values = { guest, organization, by, reason }
  return {
    subject: i18n._({
      id: 'ending-asked.subject',
      message: '{by} wants to end the access of {guest}: an operator has to agree',
      values,
    }),
    greeting: greet(i18n, organization),
    paragraphs: [
      isUnusual
        ? i18n._({
            id: 'ending-asked.unusual',
            message:
              '{by} ends the access of many more guests today than ever before. Foyer holds all of them back that are not blocked yet, until an operator has looked at them. The last was {guest}.',
            values,
          })
        : i18n._({
            id: 'ending-asked.many',
            message:
              'So many accesses to {organization} were ended today that an operator has to agree with the next. {by} wants to end that of {guest}.',
            values,
          }),
      isMove
        ? i18n._({
            id: 'ending-asked.move',
            message:
              'It is the old account of a guest who has moved to another address, {reason}, and was told of it 14 days ago.',
            values,
          })
        : i18n._({ id: 'access-extended.reason', message: 'The reason: “{reason}”', values }),
    ],
    button: {
      label: i18n._({ id: 'ending-asked.button', message: 'Look and answer' }),
      to: 'asked-endings',
    },
    why: i18n._({
      id: 'ending-asked.why',
      message:
        'This mail was sent because {organization} names this address as a contact. An operator can answer.',
      values,
    }),
  }
}

export function endingAnswered(
  i18n: I18n,
  { name, guest, organization, by, isAllowed, note }: ContentOf<'ending-answered'>,
): MailText {
  const values = { guest, organization, by, reason: note }
  return {
    subject: isAllowed
      ? i18n._({ id: 'ending-answered.yes', message: 'The access of {guest} ends', values })
      : i18n._({ id: 'ending-answered.no', message: 'The access of {guest} does not end', values }),
    greeting: greet(i18n, name),
    paragraphs: [
      isAllowed
        ? i18n._({
            id: 'ending-answered.yes.what',
            message:
              '{by} has agreed that the access of {guest} to {organization} ends. In ten minutes they are blocked; until then, and for days after it, you can take it back.',
            values,
          })
        : i18n._({
            id: 'ending-answered.no.what',
            message: '{by} has not agreed that the access of {guest} to {organization} ends.',
            values,
          }),
      i18n._({ id: 'access-extended.reason', message: 'The reason: “{reason}”', values }),
    ],
    button: {
      label: i18n._({ id: 'ending-answered.button', message: 'Open the guest’s page' }),
      to: 'guest',
    },
    why: i18n._({
      id: 'ending-answered.why',
      message: 'This mail was sent because you asked for it.',
    }),
  }
}
