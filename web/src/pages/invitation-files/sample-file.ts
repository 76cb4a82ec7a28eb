import { toCsv } from '@foyer/contracts/csv'
import { addDays } from '../../calendar.ts'

/**
 * A file as it is taken, with every column and a row that fills only what it must. Its addresses are of
 * domains that nobody can have (RFC 2606).
 *
 * @param today as ISO 8601 writes it.
 */
export function writeSampleFile(today: string): string {
  const endsOn = addDays(today, 90)
  return toCsv([
    ['address', 'name', 'purpose', 'end date', 'groups', 'language', 'message', 'sponsor'],
    ['nora@litware.example', 'Nora Hansen', 'Winter tender', endsOn, '', 'en', 'Welcome', ''],
    ['ida@berg.example', 'Ida Berg', 'Audit', endsOn, '', '', '', ''],
  ])
}
