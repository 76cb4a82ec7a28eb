import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay, formatMoment } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function resetAsked(
  i18n: I18n,
  { name, organization, by, reason, to, isSameAddress, lapsesAt }: ContentOf<'reset-asked'>,
): MailText {
  const values = { organization, by, reason, address: to, until: formatDay(i18n, lapsesAt) }
  return {
    subject: i18n._({
      id: 'reset-asked.subject',
      message: 'Do you want to sign in to {organization} anew?',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      isSameAddress
        ? i18n._({
            id: 'reset-asked.same',
            message:
              '{by} wants to set back your sign-in to {organization}. You would keep everything you have there and sign in once more with the address {address}.',
            values,
          })
        : i18n._({
            id: 'reset-asked.other',
            message:
              '{by} wants to set back your sign-in to {organization}. Everything you have there would then belong to whoever reads the address {address}, and this address would not count any more.',
            values,
          }),
      i18n._({ id: 'access-extended.reason', message: 'The reason: “{reason}”', values }),
      i18n._({
        id: 'reset-asked.answer',
        message:
          'If you did not ask for it, say no: then nothing changes. Without your yes nothing happens either, and after {until} the question ends.',
        values,
      }),
    ],
    button: {
      label: i18n._({ id: 'reset-asked.button', message: 'Look and answer' }),
      to: 'reset',
    },
    why: whyReset(i18n, organization),
  }
}

export function resetWaits(
  i18n: I18n,
  { name, organization, to, isSameAddress, opensAt }: ContentOf<'reset-waits'>,
): MailText {
  const values = { organization, address: to, opens: formatMoment(i18n, opensAt) }
  return {
    subject: i18n._({
      id: 'reset-waits.subject',
      message: 'Your sign-in to {organization} will be set back',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      isSameAddress
        ? i18n._({
            id: 'reset-waits.same',
            message:
              'Two people of {organization} and you have agreed to it. From {opens} on you will be asked to sign in anew with the address {address}.',
            values,
          })
        : i18n._({
            id: 'reset-waits.other',
            message:
              'Two people of {organization} and you have agreed to it. From {opens} on your access belongs to whoever reads the address {address}.',
            values,
          }),
      i18n._({
        id: 'reset-waits.stop',
        message: 'Until then you can stop it by one press.',
      }),
    ],
    button: { label: i18n._({ id: 'reset-waits.button', message: 'Stop it' }), to: 'reset' },
    why: whyReset(i18n, organization),
  }
}

export function whyReset(i18n: I18n, organization: string): string {
  return i18n._({
    id: 'reset.why',
    message:
      'This mail was sent because {organization} has this address for a guest whose sign-in is concerned.',
    values: { organization },
  })
}
