import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatMoment } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

type News = ContentOf<'reset-news'>
type Values = Readonly<Record<'guest' | 'organization' | 'by' | 'opens', string>>

const subjects: Record<News['outcome'], (i18n: I18n, values: Values) => string> = {
  proved: (i18n, values) =>
    i18n._({
      id: 'reset-news.proved.subject',
      message: 'The sign-in of {guest}: another operator has to agree',
      values,
    }),
  waiting: (i18n, values) =>
    i18n._({
      id: 'reset-news.waiting.subject',
      message: 'The sign-in of {guest} is set back in three days',
      values,
    }),
  refused: (i18n, values) =>
    i18n._({
      id: 'reset-news.refused.subject',
      message: '{guest} does not want their sign-in set back',
      values,
    }),
  stopped: (i18n, values) =>
    i18n._({
      id: 'reset-news.stopped.subject',
      message: 'The sign-in of {guest} stays as it is',
      values,
    }),
  lapsed: (i18n, values) =>
    i18n._({
      id: 'reset-news.lapsed.subject',
      message: 'Nobody has set the sign-in of {guest} back',
      values,
    }),
  done: (i18n, values) =>
    i18n._({
      id: 'reset-news.done.subject',
      message: 'The sign-in of {guest} was set back',
      values,
    }),
}

const sentences: Record<News['outcome'], (i18n: I18n, values: Values) => string> = {
  proved: (i18n, values) =>
    i18n._({
      id: 'reset-news.proved',
      message:
        'Whoever reads the address of {guest} has said yes. An operator who did not ask for it has to agree; then everybody can stop it for three days.',
      values,
    }),
  waiting: (i18n, values) =>
    i18n._({
      id: 'reset-news.waiting',
      message:
        '{by} has agreed. From {opens} on an operator can carry it out. Until then you can stop it by one press, if you know that {guest} did not ask for it.',
      values,
    }),
  refused: (i18n, values) =>
    i18n._({
      id: 'reset-news.refused',
      message:
        'Whoever reads the address of {guest} has said no. Nothing was changed. If somebody else asked you for it, they may have been pretending.',
      values,
    }),
  stopped: (i18n, values) =>
    i18n._({
      id: 'reset-news.stopped',
      message: 'It was to be set back, and that was stopped before it was done.',
      values,
    }),
  lapsed: (i18n, values) =>
    i18n._({
      id: 'reset-news.lapsed',
      message: 'For two weeks nobody did what was to be done next. Nothing was changed.',
      values,
    }),
  done: (i18n, values) =>
    i18n._({
      id: 'reset-news.done',
      message:
        '{by} has carried it out. {guest} keeps everything at {organization} and signs in anew; both addresses were told.',
      values,
    }),
}

export function resetNews(i18n: I18n, content: News): MailText {
  const { name, guest, organization, outcome, by, opensAt } = content
  const opens = opensAt === undefined ? '' : formatMoment(i18n, opensAt)
  const values = { guest, organization, by: by ?? '', opens }
  return {
    subject: subjects[outcome](i18n, values),
    greeting: greet(i18n, name),
    paragraphs: [
      sentences[outcome](i18n, values),
      ...(outcome === 'stopped' && by !== undefined
        ? [i18n._({ id: 'reset-news.stopped.by', message: 'By {by}.', values })]
        : []),
    ],
    button: {
      label: i18n._({ id: 'ending-answered.button', message: 'Open the guest’s page' }),
      to: 'guest',
    },
    why: i18n._({
      id: 'reset-news.why',
      message:
        'This mail was sent because you answer for guests of {organization}, or are named as its contact.',
      values,
    }),
  }
}
