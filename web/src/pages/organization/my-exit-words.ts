import type { MessageDescriptor } from '@lingui/core'
import type { MyExitWord } from './my-exit.ts'

interface Values extends Record<string, string> {
  readonly name: string
  readonly askedDay: string
  /** Until when it waits, or by when it is answered. */
  readonly day: string
}

/** What somebody asked in a guest's name, and what becomes of it if they say nothing. */
export function tellMyExit(isWaiting: boolean, values: Values): MessageDescriptor {
  return isWaiting
    ? /*i18n*/ {
        id: 'my-exit.waiting',
        message:
          'On {askedDay}, with a code that was sent to your address. Because your account may have been used lately, {name} is not asked before {day}. Say that it was you, and {name} is asked now.',
        values,
      }
    : /*i18n*/ {
        id: 'my-exit.open',
        message:
          'On {askedDay}, with a code that was sent to your address. {name} answers by {day}. Until then you can take it back.',
        values,
      }
}

/** What came of what a guest said. */
export function tellSaid({ what }: MyExitWord, name: string): MessageDescriptor {
  return what === 'confirm'
    ? /*i18n*/ {
        id: 'my-exit.confirmed',
        message: '{name} is asked now to end your access, and owes you an answer.',
        values: { name },
      }
    : /*i18n*/ {
        id: 'my-exit.stopped',
        message: 'The request is stopped. You stay a guest of {name}.',
        values: { name },
      }
}
