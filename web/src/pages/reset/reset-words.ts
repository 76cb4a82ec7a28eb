import type { Reset } from '@foyer/contracts/reset'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatDay } from '../../language/dates.ts'
import type { ResetAct } from './reset-action.ts'

/** What has just been done. */
export function tellResetDone(what: ResetAct['what'], name: string): MessageDescriptor {
  const values = { name }
  switch (what) {
    case 'ask':
      return /*i18n*/ { id: 'reset.done.ask', message: '{name} is asked by mail.', values }
    case 'agree':
      return /*i18n*/ {
        id: 'reset.done.agree',
        message: 'You have agreed. For three days it can be stopped.',
      }
    case 'stop':
      return /*i18n*/ {
        id: 'reset.done.stop',
        message: 'It is stopped. The sign-in of {name} stays as it is.',
        values,
      }
    case 'carry-out':
      return /*i18n*/ {
        id: 'reset.done.carry-out',
        message: 'The sign-in of {name} is set back. Both addresses are told.',
        values,
      }
  }
}

/** How the last one ended. */
export function tellEnd(
  i18n: I18n,
  { state, because, to, from, endedAt }: Reset,
  name: string,
): MessageDescriptor {
  const day = endedAt === undefined ? '' : formatDay(i18n, endedAt)
  const values = { name, to, from, day }
  if (state === 'done') {
    return from.toLowerCase() === to.toLowerCase()
      ? /*i18n*/ {
          id: 'reset.end.done',
          message: 'On {day} the sign-in of {name} was set back to {to}.',
          values,
        }
      : /*i18n*/ {
          id: 'reset.end.done.other',
          message:
            'On {day} the sign-in of {name} was set back to {to}. In the directory their mail address is still {from}, to which others and Foyer write, until an administrator changes it.',
          values,
        }
  }
  if (state === 'lapsed') {
    return /*i18n*/ {
      id: 'reset.end.lapsed',
      message: 'Nobody went on with it in time, and it ended on {day}. Nothing was changed.',
      values,
    }
  }
  if (because === 'address-said-no') {
    return /*i18n*/ {
      id: 'reset.end.no',
      message:
        'Whoever reads {from} said no on {day}. Nothing was changed. Ask {name} in a way that you know already before you try again.',
      values,
    }
  }
  if (because === 'stopped') {
    return /*i18n*/ {
      id: 'reset.end.stopped',
      message: 'It was stopped on {day}. Nothing was changed.',
      values,
    }
  }
  return /*i18n*/ {
    id: 'reset.end.changed',
    message:
      'The account has become another one meanwhile: it has a role, is protected, or has another address. So it ended on {day}, and nothing was changed.',
    values,
  }
}
