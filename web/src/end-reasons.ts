import type { EndReason } from '@foyer/contracts/policy'
import type { MessageDescriptor } from '@lingui/core'

/** Why an access ends on a day, in a few words that follow the day. */
export function explainEnd(because: EndReason): MessageDescriptor {
  switch (because) {
    case 'decided-elsewhere':
      return /*i18n*/ { id: 'end.decided-elsewhere', message: 'decided elsewhere' }
    case 'end-date':
      return /*i18n*/ { id: 'end.end-date', message: 'the date that was set' }
    case 'never-redeemed':
      return /*i18n*/ { id: 'end.never-redeemed', message: 'never accepted the invitation' }
    case 'no-sponsor':
      return /*i18n*/ { id: 'end.no-sponsor', message: 'too few vouch' }
    case 'confirmation-due':
      return /*i18n*/ { id: 'end.confirmation-due', message: 'nobody confirmed' }
    case 'unused':
      return /*i18n*/ { id: 'end.unused', message: 'no sign of use since' }
    case 'first-stay':
      return /*i18n*/ { id: 'end.first-stay', message: 'as long as a new guest may stay' }
  }
}
