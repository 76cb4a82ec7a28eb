import type { Succession } from '@foyer/contracts/succession'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatDay } from '../../language/dates.ts'

/** Why somebody else is asked to vouch, by whom and since when. */
export function tellCause(
  i18n: I18n,
  { cause, guest, openedBy, openedAt }: Succession,
): MessageDescriptor {
  const values = { name: guest, by: openedBy ?? '', day: formatDay(i18n, openedAt) }
  switch (cause) {
    case 'handed-over':
      return /*i18n*/ {
        id: 'succession.handed-over',
        message: '{by} asked on {day} that somebody else vouches for {name}.',
        values,
      }
    case 'not-my-guest':
      return /*i18n*/ {
        id: 'succession.not-my-guest',
        message: '{by} said on {day} that {name} is not their guest.',
        values,
      }
    case 'orphaned':
      return /*i18n*/ {
        id: 'succession.orphaned',
        message: 'On {day} nobody was left who can vouch for {name}.',
        values,
      }
    case 'guest-asked':
      return /*i18n*/ {
        id: 'succession.guest-asked',
        message: '{name} asked on {day} for somebody else who vouches for them.',
        values,
      }
  }
}

/** How far it has come; undefined where whoever is asked says it all. */
export function tellState(
  { state, because, asked, guest }: Succession,
  organization: string,
): MessageDescriptor | undefined {
  const values = { name: guest, organization }
  switch (state) {
    case 'open':
      return asked.length > 0
        ? undefined
        : /*i18n*/ { id: 'succession.looking', message: 'A colleague is being looked for.' }
    case 'accepting':
      return /*i18n*/ {
        id: 'succession.accepting',
        message: 'Somebody has accepted. The directory is being told.',
      }
    case 'exhausted':
      return because === 'nobody-left'
        ? /*i18n*/ {
            id: 'succession.nobody-left',
            message:
              'Nobody has accepted, and nobody is left who could be asked. Operators of {organization} see it, and a colleague can be named on the page of {name}.',
            values,
          }
        : /*i18n*/ {
            id: 'succession.not-written',
            message:
              'Foyer could not bring it to an end. An administrator of {organization} can name a sponsor of {name} in the directory.',
            values,
          }
    case 'accepted':
    case 'withdrawn':
    case 'ended':
      return undefined
  }
}
