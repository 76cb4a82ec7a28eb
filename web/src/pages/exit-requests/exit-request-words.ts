import type { ExitRequest } from '@foyer/contracts/exit-request'
import type { MessageDescriptor } from '@lingui/core'
import type { ExitAnswer } from './answer.ts'

/** What was just answered, to whoever answered it. */
export function tellAnswered({ what, name }: ExitAnswer): MessageDescriptor {
  const values = { name }
  switch (what) {
    case 'grant':
      return /*i18n*/ {
        id: 'exit-requests.answered.grant',
        message: '{name} is blocked from now on, and gets a mail about it.',
        values,
      }
    case 'refuse':
      return /*i18n*/ {
        id: 'exit-requests.answered.refuse',
        message: '{name} gets a mail with your reason. Their access stays as it was.',
        values,
      }
  }
}

/** The days that a sentence about a request names. */
export interface ExitDays {
  readonly opens: string
  readonly answered: string
  readonly removal: string
}

/** How it stands with a request that nobody has to answer now. */
export function tellStanding(
  { state, answeredBy, removalAt }: ExitRequest,
  { opens, answered, removal }: ExitDays,
): MessageDescriptor | undefined {
  const values = { name: answeredBy ?? '', day: answered, removal }
  switch (state) {
    case 'open':
      return undefined
    case 'waiting':
      return /*i18n*/ {
        id: 'exit-requests.waiting',
        message:
          'Nothing to do yet. The account may have been used lately, so the request waits until the guest signs in and confirms it, or until {day} if nobody objects.',
        values: { day: opens },
      }
    case 'granted':
      return removalAt === undefined
        ? /*i18n*/ {
            id: 'exit-requests.granted.soon',
            message: '{name} said yes on {day}. The account is blocked, and is removed later.',
            values,
          }
        : /*i18n*/ {
            id: 'exit-requests.granted',
            message:
              '{name} said yes on {day}. The account is blocked, and is removed on {removal}.',
            values,
          }
    case 'done':
      return /*i18n*/ {
        id: 'exit-requests.done',
        message: '{name} said yes on {day}. The account is removed.',
        values,
      }
    case 'refused':
      return /*i18n*/ {
        id: 'exit-requests.refused',
        message: '{name} said no on {day}.',
        values,
      }
    case 'stopped':
      return /*i18n*/ {
        id: 'exit-requests.stopped',
        message: 'The guest, or somebody who reads an address of the account, stopped it.',
      }
    case 'gone':
      return /*i18n*/ {
        id: 'exit-requests.gone',
        message: 'Something else has removed the account. Nothing is left to do.',
      }
  }
}
