import type { Bulk, BulkItem, BulkItemState } from '@foyer/contracts/bulk-extension'
import { toCsv } from '@foyer/contracts/csv'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { tellObstacle } from './obstacle-words.ts'

const states: Record<BulkItemState, MessageDescriptor> = {
  waiting: /*i18n*/ { id: 'bulk.item.waiting', message: 'Waiting' },
  done: /*i18n*/ { id: 'bulk.file.done', message: 'Extended' },
  'left-out': /*i18n*/ { id: 'bulk.file.left-out', message: 'Left out' },
  failed: /*i18n*/ { id: 'bulk.file.failed', message: 'Not extended' },
  stopped: /*i18n*/ { id: 'bulk.file.stopped', message: 'Stopped before' },
}

/** Says of its letters that they are UTF-8 to a program that calculates tables, which else guesses. */
const byteOrderMark = '\u{FEFF}'

/** What became of everybody, as a table for such a program; nothing in it is a formula. */
export function writeResult(
  i18n: I18n,
  items: readonly BulkItem[],
  {
    organization,
    until,
    reason,
  }: Pick<Bulk, 'until' | 'reason'> & { readonly organization: string },
): string {
  const head = [
    i18n._(/*i18n*/ { id: 'bulk.file.guest', message: 'Guest' }),
    i18n._(/*i18n*/ { id: 'bulk.file.id', message: 'Object ID' }),
    i18n._(/*i18n*/ { id: 'bulk.file.outcome', message: 'Outcome' }),
    i18n._(/*i18n*/ { id: 'bulk.file.until', message: 'Until' }),
    i18n._(/*i18n*/ { id: 'bulk.file.because', message: 'Because' }),
  ]
  const rows = items.map(({ guestId, name = '', state, because }) => [
    name,
    guestId,
    i18n._(states[state]),
    state === 'done' ? until : '',
    state === 'done' ? reason : because ? i18n._(tellObstacle(because, { organization })) : '',
  ])
  return byteOrderMark + toCsv([head, ...rows])
}
