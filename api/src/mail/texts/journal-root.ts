import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'

export function journalRoot(
  i18n: I18n,
  { organization, day, position, added, signed, keysUrl }: ContentOf<'journal-root'>,
): MailText {
  return {
    subject: i18n._({
      id: 'journal-root.subject',
      message: 'The journal of {organization} on {day}, signed',
      values: { organization, day },
    }),
    greeting: i18n._({
      id: 'journal-root.greeting',
      message: 'To the privacy contact of {organization}.',
      values: { organization },
    }),
    paragraphs: [
      i18n._({
        id: 'journal-root.what',
        message:
          '{added, plural, one {One entry was} other {# entries were}} added to the journal of what Foyer did; it has {position, plural, one {one entry} other {# entries}} now.',
        values: { added, position },
      }),
      i18n._({
        id: 'journal-root.keep',
        message:
          'Keep this mail. By the line below it can be shown that nobody has changed the journal since, not even whoever runs Foyer. There is nothing else to do.',
      }),
      i18n._({
        id: 'journal-root.keys',
        message: 'The key with which it was signed: {keysUrl}',
        values: { keysUrl },
      }),
    ],
    verbatim: signed,
    why: i18n._({
      id: 'journal-root.why',
      message: 'This mail is sent on each day on which the journal has grown.',
    }),
  }
}
