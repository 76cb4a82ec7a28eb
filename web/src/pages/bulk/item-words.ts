import type { BulkItem } from '@foyer/contracts/bulk-extension'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatCalendarDay } from '../../language/dates.ts'
import { tellObstacle } from './obstacle-words.ts'

/** What became of one guest of many. */
export function tellItem(
  i18n: I18n,
  { state, because }: BulkItem,
  { organization, until }: { readonly organization: string; readonly until: string },
): MessageDescriptor {
  switch (state) {
    case 'waiting':
      return /*i18n*/ { id: 'bulk.item.waiting', message: 'Waiting' }
    case 'stopped':
      return /*i18n*/ {
        id: 'bulk.item.stopped',
        message: 'Not extended: you stopped it before.',
      }
    case 'done':
      return /*i18n*/ {
        id: 'bulk.item.done',
        message: 'Now until {day}.',
        values: { day: formatCalendarDay(i18n, until) },
      }
    case 'left-out':
    case 'failed': {
      const obstacle = tellObstacle(because, { organization })
      return /*i18n*/ {
        id: 'bulk.item.not',
        message: 'Not extended. {obstacle}',
        values: { obstacle: i18n._(obstacle) },
      }
    }
  }
}
