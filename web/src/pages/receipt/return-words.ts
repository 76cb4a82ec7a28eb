import type { WayBack } from '@foyer/contracts/way-back'
import type { MessageDescriptor } from '@lingui/core'

type Undoing = NonNullable<WayBack['undoing']>

/** How coming back goes, or how it ended, in a sentence or two. */
export function tellReturn({ state, because }: Undoing, organization: string): MessageDescriptor {
  const values = { organization }
  switch (state) {
    case 'under-way':
      return because === undefined
        ? /*i18n*/ {
            id: 'return.under-way',
            message:
              'The directory of {organization} is bringing you back. You can close this page: it goes on by itself.',
            values,
          }
        : /*i18n*/ {
            id: 'return.waits',
            message:
              'The directory of {organization} has not brought you back yet. It is asked again by itself, and you can close this page.',
            values,
          }
    case 'done':
      return /*i18n*/ {
        id: 'return.done',
        message: 'You are a guest of {organization} again.',
        values,
      }
    case 'failed':
      return /*i18n*/ {
        id: 'return.failed',
        message:
          'Foyer has stopped trying to bring you back. Whether anything was changed, only {organization} can tell.',
        values,
      }
    case 'refused':
      return tellRefusal(because ?? '', organization)
  }
}

function tellRefusal(because: string, organization: string): MessageDescriptor {
  const values = { organization }
  switch (because) {
    case 'there-again':
      return /*i18n*/ {
        id: 'return.there-again',
        message: 'Somebody at {organization} was quicker, and had brought you back already.',
        values,
      }
    case 'erased':
      return /*i18n*/ {
        id: 'return.erased',
        message: 'You wanted to come back, and the directory of {organization} had erased you.',
        values,
      }
    case 'removed-by-others':
      return /*i18n*/ {
        id: 'return.removed-by-others',
        message: 'You wanted to come back, and {organization} itself had ended your access.',
        values,
      }
    case 'held':
      return /*i18n*/ {
        id: 'return.held',
        message: 'You were not brought back: {organization} stopped it.',
        values,
      }
    case 'address-taken':
      return /*i18n*/ {
        id: 'return.address-taken',
        message:
          'You could not be brought back: your address belongs to another account at {organization} now. Its help desk can put that right.',
        values,
      }
    default:
      return /*i18n*/ {
        id: 'return.refused',
        message: 'You could not be brought back. The help desk of {organization} can do it.',
        values,
      }
  }
}

/** What did not come back with somebody, a sentence each. */
export function tellLosses(
  { state, lostGroups = 0, lostSponsors = 0 }: Undoing,
  organization: string,
): MessageDescriptor[] {
  if (state !== 'done') return []
  return [
    ...(lostGroups > 0
      ? [
          /*i18n*/ {
            id: 'return.lost-groups',
            message:
              '{lostGroups, plural, one {One group did not come back.} other {# groups did not come back.}} Ask an owner to add you again.',
            values: { lostGroups },
          },
        ]
      : []),
    ...(lostSponsors > 0
      ? [
          /*i18n*/ {
            id: 'return.lost-sponsors',
            message:
              '{lostSponsors, plural, one {One of those who vouched for you is} other {# of those who vouched for you are}} not named any more. {organization} can name somebody again.',
            values: { lostSponsors, organization },
          },
        ]
      : []),
  ]
}
