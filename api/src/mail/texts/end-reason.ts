import type { EndReason } from '@foyer/contracts/policy'
import type { I18n } from '@lingui/core'

/** Why an access ends, in a few words after its day. */
export function explainEnd(i18n: I18n, because: EndReason): string {
  switch (because) {
    case 'decided-elsewhere':
      return i18n._({ id: 'end.decided-elsewhere', message: 'another system decides it' })
    case 'end-date':
      return i18n._({ id: 'end.end-date', message: 'the day that was set' })
    case 'never-redeemed':
      return i18n._({ id: 'end.never-redeemed', message: 'the invitation was not taken up' })
    case 'no-sponsor':
      return i18n._({ id: 'end.no-sponsor', message: 'too few people vouch' })
    case 'confirmation-due':
      return i18n._({
        id: 'end.confirmation-due',
        message: 'nobody has confirmed that the access is needed',
      })
    case 'unused':
      return i18n._({ id: 'end.unused', message: 'no sign of use for long' })
    case 'first-stay':
      return i18n._({ id: 'end.first-stay', message: 'as long as a new guest may stay' })
  }
}
