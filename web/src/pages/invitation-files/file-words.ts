import type { FileFault } from '@foyer/contracts/invitation-file-check'
import type { InvitationFileSummary } from '@foyer/contracts/invitation-file'
import type { MessageDescriptor } from '@lingui/core'

/** Why nothing of a file can be read, and what to do. */
export function tellFault({ because, line = 1, column = '' }: FileFault): MessageDescriptor {
  switch (because) {
    case 'not-utf-8':
      return /*i18n*/ {
        id: 'invitation-file.not-utf-8',
        message: 'Line {line} is not written in UTF-8. Save the table as “CSV UTF-8”.',
        values: { line },
      }
    case 'empty':
      return /*i18n*/ {
        id: 'invitation-file.empty',
        message: 'There is no row below the head of the file.',
      }
    case 'too-many-rows':
      return /*i18n*/ {
        id: 'invitation-file.too-many-rows',
        message: 'The file has more than 5,000 rows. Cut it into several.',
      }
    case 'quotes-broken':
      return /*i18n*/ {
        id: 'invitation-file.quotes-broken',
        message: 'The quotes that begin in line {line} do not end, or stand within a cell.',
        values: { line },
      }
    case 'column-missing':
      return /*i18n*/ {
        id: 'invitation-file.column-missing',
        message:
          'The column “{column}” is missing. The first line names the columns: address, name, purpose and end date have to be there.',
        values: { column: column.replace('-', ' ') },
      }
    case 'column-unknown':
      return /*i18n*/ {
        id: 'invitation-file.column-unknown',
        message:
          'Nobody knows the column “{column}”. There are address, name, purpose, end date, groups, language, message and sponsor.',
        values: { column },
      }
    case 'column-twice':
      return /*i18n*/ {
        id: 'invitation-file.column-twice',
        message: 'The column “{column}” is there twice.',
        values: { column },
      }
  }
}

/** How a file stands, as the heading of its page. */
export function tellProgress({
  state,
  done,
  total,
  leftOut,
}: Pick<InvitationFileSummary, 'state' | 'done' | 'total' | 'leftOut'>): MessageDescriptor {
  const values = { done, count: total - leftOut }
  switch (state) {
    case 'under-way':
      return /*i18n*/ {
        id: 'invitation-file.under-way',
        message: '{count, plural, one {Inviting one person} other {Inviting # people}}',
        values,
      }
    case 'stopped':
      return /*i18n*/ {
        id: 'invitation-file.stopped',
        message:
          '{done, plural, =0 {Stopped, nobody is invited} one {Stopped, one person is invited} other {Stopped, # people are invited}}',
        values,
      }
    case 'done':
      return /*i18n*/ {
        id: 'invitation-file.done',
        message:
          '{done, plural, =0 {Nobody is invited} one {One person is invited} other {# people are invited}}',
        values,
      }
  }
}

/** Why those who wait have to wait longer than their turn. */
export function tellWait(because: string): MessageDescriptor {
  if (because === 'mail-budget') {
    return /*i18n*/ {
      id: 'invitation-file.mail-budget',
      message:
        'The mails of today are used up, but for those that people wait for. It goes on tomorrow.',
    }
  }
  if (because === 'mail-not-configured') {
    return /*i18n*/ {
      id: 'invitation-file.mail-not-configured',
      message: 'Nobody has set up how mails leave. It goes on once somebody has.',
    }
  }
  return /*i18n*/ {
    id: 'invitation-file.trouble',
    message:
      'The directory does not answer as it does. Foyer asks again, and invites nobody twice.',
  }
}
