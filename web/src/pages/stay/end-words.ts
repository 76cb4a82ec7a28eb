import type { EndOwner } from '@foyer/contracts/standing'
import type { MyAccess } from '@foyer/contracts/stay'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { daysLeftOf } from './access.ts'

type Access = Pick<MyAccess, 'today' | 'endOwner' | 'end' | 'set' | 'confirmedAt'>

/** Until when a guest has access, and why; the day stands in tags. Undefined without an end. */
export function tellEnd(
  i18n: I18n,
  access: Access,
  organization: string,
): MessageDescriptor | undefined {
  const { end, endOwner, set, confirmedAt } = access
  if (!end) return undefined
  const values = {
    organization,
    day: formatCalendarDay(i18n, end.on),
    by: set?.by ?? '',
    setDay: set ? formatDay(i18n, set.at) : '',
    confirmedDay: confirmedAt ? formatDay(i18n, confirmedAt) : '',
  }
  if ((daysLeftOf(access) ?? 0) < 0) {
    return /*i18n*/ {
      id: 'stay.end.over',
      message:
        'Your access here was to last until <0>{day}</0>, and {organization} has not ended it yet.',
      values,
    }
  }
  switch (end.because) {
    case 'end-date':
      return set?.until === end.on
        ? /*i18n*/ {
            id: 'stay.end.set-by',
            message:
              'You are a guest here until <0>{day}</0>, because {by} set this date on {setDay}.',
            values,
          }
        : /*i18n*/ {
            id: 'stay.end.set',
            message:
              'You are a guest here until <0>{day}</0>, because this date was set for you at {organization}.',
            values,
          }
    case 'confirmation-due':
      return confirmedAt
        ? /*i18n*/ {
            id: 'stay.end.confirmed',
            message:
              'You are a guest here until <0>{day}</0>, because nobody has confirmed since {confirmedDay} that you are still needed.',
            values,
          }
        : /*i18n*/ {
            id: 'stay.end.unconfirmed',
            message:
              'You are a guest here until <0>{day}</0>, because nobody has confirmed yet that you are still needed.',
            values,
          }
    case 'never-redeemed':
      return /*i18n*/ {
        id: 'stay.end.never-redeemed',
        message:
          'You are a guest here until <0>{day}</0>, because the directory of {organization} does not say yet that you have accepted the invitation.',
        values,
      }
    case 'no-sponsor':
      return /*i18n*/ {
        id: 'stay.end.no-sponsor',
        message:
          'You are a guest here until <0>{day}</0>, because too few people at {organization} vouch for you.',
        values,
      }
    case 'unused':
      return /*i18n*/ {
        id: 'stay.end.unused',
        message:
          'You are a guest here until <0>{day}</0>, because {organization} has seen no sign of use for some time.',
        values,
      }
    case 'first-stay':
      return /*i18n*/ {
        id: 'stay.end.first-stay',
        message:
          'You are a guest here until <0>{day}</0>, because that is how long {organization} lets guests stay when nobody sets another date.',
        values,
      }
    case 'decided-elsewhere':
      return endsElsewhere[endOwner](values)
  }
}

type Values = Readonly<Record<'organization', string>>

const endsElsewhere: Record<EndOwner, (values: Values) => MessageDescriptor> = {
  // A day of another system, beside those of Foyer.
  foyer: (values) => /*i18n*/ ({
    id: 'stay.end.elsewhere',
    message:
      'You are a guest here until <0>{day}</0>, because another system of {organization} decides so.',
    values,
  }),
  'home-sync': (values) => /*i18n*/ ({
    id: 'stay.end.home-sync',
    message:
      'You are a guest here until <0>{day}</0>, because your own organization, which enters its people at {organization}, decides so.',
    values,
  }),
  entitlement: (values) => /*i18n*/ ({
    id: 'stay.end.entitlement',
    message:
      'You are a guest here until <0>{day}</0>, because your access package at {organization} ends then.',
    values,
  }),
  'microsoft-policy': (values) => /*i18n*/ ({
    id: 'stay.end.microsoft-policy',
    message:
      'You are a guest here until <0>{day}</0>, because a policy in Microsoft’s directory of {organization} decides so.',
    values,
  }),
  'on-premises': (values) => /*i18n*/ ({
    id: 'stay.end.on-premises',
    message:
      'You are a guest here until <0>{day}</0>, because the servers of {organization} decide so.',
    values,
  }),
}

/** Who decides when the access ends, where that is not Foyer. */
export function tellOwner(
  owner: Exclude<EndOwner, 'foyer'>,
  organization: string,
): MessageDescriptor {
  return owners[owner]({ organization })
}

const owners: Record<Exclude<EndOwner, 'foyer'>, (values: Values) => MessageDescriptor> = {
  'home-sync': (values) => /*i18n*/ ({
    id: 'stay.owner.home-sync',
    message:
      'When your access ends is not decided in Foyer: your own organization enters its people at {organization}, and takes them out again.',
    values,
  }),
  entitlement: (values) => /*i18n*/ ({
    id: 'stay.owner.entitlement',
    message:
      'When your access ends is not decided in Foyer: it comes with an access package of {organization}, and ends with it.',
    values,
  }),
  'microsoft-policy': (values) => /*i18n*/ ({
    id: 'stay.owner.microsoft-policy',
    message:
      'When your access ends is not decided in Foyer: a policy in Microsoft’s directory of {organization} does that.',
    values,
  }),
  'on-premises': (values) => /*i18n*/ ({
    id: 'stay.owner.on-premises',
    message:
      'When your access ends is not decided in Foyer: your account is kept on the servers of {organization}.',
    values,
  }),
}
