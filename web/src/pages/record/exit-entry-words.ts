import type { Act, Outcome } from '@foyer/contracts/journal'
import type { MessageDescriptor } from '@lingui/core'
import type { EntryValues } from './entry-values.ts'

type ExitAct = Extract<Act, `${string}-exit`>

/** What happened to a request to end somebody's access, which may not have been their own. */
export const exitSentences: Record<
  ExitAct,
  (outcome: Outcome, values: EntryValues) => MessageDescriptor
> = {
  'ask-for-exit': (_, values) => {
    return /*i18n*/ {
      id: 'record.ask-for-exit',
      message:
        '{organization} was asked to end your access, with a code that was sent to your address.',
      values,
    }
  },
  'confirm-exit': (_, values) => {
    return /*i18n*/ {
      id: 'record.confirm-exit',
      message: 'You said that it was you who asked {organization} to end your access.',
      values,
    }
  },
  'stop-exit': (_, values) => {
    return /*i18n*/ {
      id: 'record.stop-exit',
      message: 'The request to end your access at {organization} was stopped.',
      values,
    }
  },
  'grant-exit': tellOfGranting,
  'refuse-exit': (_, values) => {
    return /*i18n*/ {
      id: 'record.refuse-exit',
      message: '{organization} answered that it does not end your access.',
      values,
    }
  },
}

function tellOfGranting(outcome: Outcome, values: EntryValues): MessageDescriptor {
  switch (outcome) {
    case 'asked':
    case 'done':
      return /*i18n*/ {
        id: 'record.grant-exit.done',
        message: '{organization} ended your access, as was asked for.',
        values,
      }
    case 'refused':
      return /*i18n*/ {
        id: 'record.grant-exit.refused',
        message: '{organization} wanted to end your access, and it was refused.',
        values,
      }
    case 'failed':
      return /*i18n*/ {
        id: 'record.grant-exit.failed',
        message: '{organization} wanted to end your access, and it was given up.',
        values,
      }
  }
}
