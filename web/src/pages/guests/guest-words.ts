import type { Guest } from '@foyer/contracts/guest'
import type { EndOwner } from '@foyer/contracts/standing'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { dayOf, daysBetween } from '../../calendar.ts'
import { explainEnd } from '../../end-reasons.ts'
import { formatDay } from '../../language/dates.ts'

/** Who decides when the access ends, where Foyer does not. */
const elsewhere: Record<Exclude<EndOwner, 'foyer'>, MessageDescriptor> = {
  'home-sync': /*i18n*/ {
    id: 'guest.end.home-sync',
    message: 'Decided by synchronization from home',
  },
  entitlement: /*i18n*/ {
    id: 'guest.end.entitlement',
    message: 'Decided by an access package',
  },
  'microsoft-policy': /*i18n*/ {
    id: 'guest.end.microsoft-policy',
    message: 'Decided by a policy of Microsoft Entra',
  },
  'on-premises': /*i18n*/ {
    id: 'guest.end.on-premises',
    message: 'Decided on your own servers',
  },
}

/** Why the access ends on its day, or why it has none, in a few words that stand below the day. */
export function tellEnd(
  i18n: I18n,
  { endOwner, end, endSetAt, confirmedAt, ...use }: Guest,
): MessageDescriptor | undefined {
  if (endOwner !== 'foyer') return elsewhere[endOwner]
  if (!end) return undefined
  if (end.because === 'end-date' && endSetAt) {
    return /*i18n*/ {
      id: 'guest.end.set',
      message: 'Set on {day}',
      values: { day: formatDay(i18n, endSetAt) },
    }
  }
  if (end.because === 'confirmation-due') {
    return confirmedAt
      ? /*i18n*/ {
          id: 'guest.end.confirmed',
          message: 'Confirmed on {day}',
          values: { day: formatDay(i18n, confirmedAt) },
        }
      : /*i18n*/ { id: 'guest.end.to-confirm', message: 'Unless confirmed before' }
  }
  const used = lastUse(use)
  if (end.because === 'unused' && used) {
    return /*i18n*/ {
      id: 'guest.end.unused',
      message: 'Last used on {day}',
      values: { day: formatDay(i18n, used.at) },
    }
  }
  if (end.because === 'never-redeemed') {
    return /*i18n*/ { id: 'guest.end.invitation', message: 'Invitation closes' }
  }
  return explainEnd(end.because)
}

/** So long ago is told in days; what is longer ago, by its day. */
const mostDaysAgo = 60

/** The last sign of use that is known. That none is known does not mean that there was none. */
export function tellUse(
  i18n: I18n,
  guest: Pick<Guest, 'lastSignInAt' | 'visitedAt' | 'isRedeemed'>,
  today: string,
): MessageDescriptor {
  const used = lastUse(guest)
  if (!used) {
    return guest.isRedeemed === false
      ? /*i18n*/ { id: 'guest.use.not-accepted', message: 'Invitation not accepted yet' }
      : /*i18n*/ { id: 'guest.use.unknown', message: 'Unknown' }
  }
  // The organization may be a day behind the browser.
  const days = Math.max(0, daysBetween(dayOf(used.at), today))
  const values = { days, day: formatDay(i18n, used.at) }
  if (days > mostDaysAgo) {
    return used.isVisit
      ? /*i18n*/ { id: 'guest.use.visit-on', message: 'In Foyer on {day}', values }
      : /*i18n*/ { id: 'guest.use.sign-in-on', message: 'Signed in on {day}', values }
  }
  return used.isVisit
    ? /*i18n*/ {
        id: 'guest.use.visit',
        message:
          '{days, plural, =0 {In Foyer today} one {In Foyer yesterday} other {In Foyer # days ago}}',
        values,
      }
    : /*i18n*/ {
        id: 'guest.use.sign-in',
        message:
          '{days, plural, =0 {Signed in today} one {Signed in yesterday} other {Signed in # days ago}}',
        values,
      }
}

function lastUse({ lastSignInAt, visitedAt }: Pick<Guest, 'lastSignInAt' | 'visitedAt'>) {
  // Instants are written so that their text is in their order.
  if (visitedAt && (!lastSignInAt || visitedAt > lastSignInAt)) {
    return { at: visitedAt, isVisit: true }
  }
  return lastSignInAt ? { at: lastSignInAt, isVisit: false } : undefined
}

/** How what a guest reaches has changed since somebody confirmed them. */
export function tellChange({
  confirmedAt,
  newGroups,
  goneGroups,
}: Pick<Guest, 'confirmedAt' | 'newGroups' | 'goneGroups'>): MessageDescriptor {
  if (!confirmedAt) {
    return /*i18n*/ { id: 'guest.change.unconfirmed', message: 'Nobody has confirmed yet' }
  }
  if (newGroups > 0) {
    return /*i18n*/ {
      id: 'guest.change.new',
      message: '{newGroups, plural, one {1 new group} other {# new groups}}',
      values: { newGroups },
    }
  }
  if (goneGroups > 0) {
    return /*i18n*/ {
      id: 'guest.change.gone',
      message: '{goneGroups, plural, one {1 group fewer} other {# groups fewer}}',
      values: { goneGroups },
    }
  }
  return /*i18n*/ { id: 'guest.change.none', message: 'No change' }
}
