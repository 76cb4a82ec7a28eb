import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { formatCalendarDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { spanOf } from './extension.ts'

/** Whether the access ends for a reason that neither a later day nor anybody's word puts off. */
export function isBeyondWords({ end }: Pick<GuestDetail, 'end'>): boolean {
  return end?.because === 'never-redeemed' || end?.because === 'no-sponsor'
}

/** What to extend or to confirm does, or why it cannot be done or does not help. */
export function DecisionText({
  organization,
  guest,
  latest,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  /** The last day to which the access may be extended today. */
  latest: string
}) {
  const { i18n } = useLingui()
  const { name, today, end } = guest
  const values = {
    name,
    organization: organization.name,
    latest: formatCalendarDay(i18n, latest),
    end: end ? formatCalendarDay(i18n, end.on) : '',
  }
  return <Say text={tell(guest, latest < today, values)} />
}

function tell(
  guest: GuestDetail,
  isTooLong: boolean,
  values: Readonly<Record<'name' | 'organization' | 'latest' | 'end', string>>,
): MessageDescriptor {
  if (guest.end?.because === 'never-redeemed') {
    return /*i18n*/ {
      id: 'guest.decide.invitation',
      message:
        'The invitation closes on {end}, unless {name} accepts it before. Neither a later last day nor your word changes that.',
      values,
    }
  }
  if (guest.end?.because === 'no-sponsor') {
    return /*i18n*/ {
      id: 'guest.decide.sponsors',
      message:
        'The access ends on {end} because too few people vouch for {name}. Neither a later last day nor your word changes that: an administrator of {organization} has to name another sponsor.',
      values,
    }
  }
  if (spanOf(guest)) {
    return /*i18n*/ {
      id: 'guest.decide.text',
      message:
        'To extend sets a later last day, and counts as your word that they are needed. “Still needed” gives your word alone: a date that was set stays.',
    }
  }
  return isTooLong
    ? /*i18n*/ {
        id: 'guest.decide.too-long',
        message:
          'It cannot be extended: {name} has been here longer than {organization} lets a guest stay in all, which was until {latest}. To allow longer, an operator of {organization} changes the policy. You can say that they are still needed; a date that was set stays.',
        values,
      }
    : /*i18n*/ {
        id: 'guest.decide.no-later',
        message:
          'It cannot be extended now: {organization} allows until {latest}. To allow longer, an operator of {organization} changes the policy. You can say that they are still needed; a date that was set stays.',
        values,
      }
}
