import type { BulkItemState } from '@foyer/contracts/bulk-extension'
import { toCsv } from '@foyer/contracts/csv'
import type { InvitationFileItem } from '@foyer/contracts/invitation-file'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { tellReason } from './row-words.ts'

export const itemStates: Record<BulkItemState, MessageDescriptor> = {
  waiting: /*i18n*/ { id: 'invitation-file.item.waiting', message: 'Waiting' },
  done: /*i18n*/ { id: 'invitation-file.item.done', message: 'Invited' },
  'left-out': /*i18n*/ { id: 'invitation-file.item.left-out', message: 'Left out' },
  failed: /*i18n*/ { id: 'invitation-file.item.failed', message: 'Not invited' },
  stopped: /*i18n*/ { id: 'invitation-file.item.stopped', message: 'Stopped before' },
}

/** Says of its letters that they are UTF-8 to a program that calculates tables, which else guesses. */
const byteOrderMark = '\u{FEFF}'

/** What became of every row, as a table for such a program; nothing in it is a formula. */
export function writeFileResult(
  i18n: I18n,
  items: readonly InvitationFileItem[],
  organization: string,
): string {
  const head = [
    i18n._(/*i18n*/ { id: 'invitation-file.result.line', message: 'Line' }),
    i18n._(/*i18n*/ { id: 'invitation-file.result.address', message: 'Address' }),
    i18n._(/*i18n*/ { id: 'invitation-file.result.name', message: 'Name' }),
    i18n._(/*i18n*/ { id: 'invitation-file.result.outcome', message: 'Outcome' }),
    i18n._(/*i18n*/ { id: 'invitation-file.result.because', message: 'Because' }),
  ]
  const rows = items.map(({ line, mail = '', name = '', state, because }) => [
    String(line),
    mail,
    name,
    i18n._(itemStates[state]),
    because === undefined ? '' : i18n._(tellReason(because, { organization })),
  ])
  return byteOrderMark + toCsv([head, ...rows])
}
