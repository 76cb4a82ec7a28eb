import type { Me } from '@foyer/contracts/me'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatDay } from '../../language/dates.ts'
import { formatNames } from '../../language/names.ts'

/** The page's first sentences: what somebody is here, since when, and on whose word. */
export function composeLead(i18n: I18n, me: Me): MessageDescriptor[] {
  const { kind, since, sponsors } = me
  const values = {
    organization: me.organization.name,
    day: since ? formatDay(i18n, since) : '',
    names: formatNames(
      i18n,
      sponsors.map(({ name }) => name),
    ),
    count: sponsors.length,
  }
  switch (kind) {
    case 'guest': {
      const what = since
        ? /*i18n*/ {
            id: 'lead.guest.since',
            message: 'You have been a guest here since {day}.',
            values,
          }
        : /*i18n*/ { id: 'lead.guest', message: 'You are a guest here.' }
      if (sponsors.length === 0) return [what]
      return [
        what,
        /*i18n*/ {
          id: 'lead.sponsors',
          message: '{count, plural, one {{names} vouches for you.} other {{names} vouch for you.}}',
          values,
        },
      ]
    }
    case 'external-member':
      return [
        /*i18n*/ {
          id: 'lead.external-member',
          message:
            'You are a member here with an account from elsewhere, not a guest. Foyer shows what you are in; only {organization} can take you out of it.',
          values,
        },
      ]
    case 'internal-guest':
      return [
        /*i18n*/ {
          id: 'lead.internal-guest',
          message:
            'You are a guest here with an account of {organization} itself. Foyer shows what you are in; only {organization} can take you out of it.',
          values,
        },
      ]
    case 'member':
      return [
        /*i18n*/ {
          id: 'lead.member',
          message:
            'You are a member of {organization}, not a guest. Foyer is the door for its guests and for those who vouch for them.',
          values,
        },
      ]
  }
}
