import type { LeftGuest } from '@foyer/contracts/left-guest'
import type { MessageDescriptor } from '@lingui/core'
import type { Decision } from './answer.ts'

/** What was just decided, to whoever decided it. */
export function tellDecided({ what, name }: Decision): MessageDescriptor {
  const values = { name }
  switch (what) {
    case 'grant':
      return /*i18n*/ {
        id: 'left-guests.decided.grant',
        message: '{name} is being brought back, and gets a mail when it is done.',
        values,
      }
    case 'refuse':
      return /*i18n*/ {
        id: 'left-guests.decided.refuse',
        message: '{name} gets a mail that you said no.',
        values,
      }
    case 'hold':
      return /*i18n*/ {
        id: 'left-guests.decided.hold',
        message: '{name} is not brought back by Foyer until somebody lifts the hold.',
        values,
      }
    case 'lift':
      return /*i18n*/ {
        id: 'left-guests.decided.lift',
        message: 'The hold on {name} is lifted.',
        values,
      }
  }
}

/** How it stands with somebody who left, where nobody waits for an answer. */
export function tellStanding(
  { request, hold }: LeftGuest,
  day: string,
): MessageDescriptor | undefined {
  if (hold || !request || request.state === 'open') return undefined
  const values = { name: request.answeredBy ?? '', day }
  switch (request.state) {
    case 'granted':
      return /*i18n*/ {
        id: 'left-guests.granted',
        message: '{name} said yes on {day}. They are being brought back.',
        values,
      }
    case 'refused':
      return /*i18n*/ {
        id: 'left-guests.refused',
        message: '{name} said no on {day}.',
        values,
      }
    case 'lapsed':
      return /*i18n*/ {
        id: 'left-guests.lapsed',
        message: 'They asked to come back, and nobody answered in time.',
      }
  }
}
