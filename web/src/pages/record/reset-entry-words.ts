import type { Act, Outcome } from '@foyer/contracts/journal'
import type { MessageDescriptor } from '@lingui/core'
import type { EntryValues } from './entry-values.ts'

type ResetAct = Extract<
  Act,
  'ask-for-reset' | 'confirm-reset' | 'agree-to-reset' | 'stop-reset' | 'lapse-reset' | 'reset'
>

/** How a sign-in was to be set back. */
export const resetSentences: Record<
  ResetAct,
  (outcome: Outcome, values: EntryValues) => MessageDescriptor
> = {
  'ask-for-reset': (_, values) => {
    return /*i18n*/ {
      id: 'record.ask-for-reset',
      message: 'Somebody at {organization} asked that your sign-in is set back.',
      values,
    }
  },
  'confirm-reset': (_, values) => {
    return /*i18n*/ {
      id: 'record.confirm-reset',
      message:
        'Whoever reads your address said yes to setting back your sign-in to {organization}.',
      values,
    }
  },
  'agree-to-reset': (_, values) => {
    return /*i18n*/ {
      id: 'record.agree-to-reset',
      message: 'Another operator of {organization} agreed that your sign-in is set back.',
      values,
    }
  },
  'stop-reset': (_, values) => {
    return /*i18n*/ {
      id: 'record.stop-reset',
      message: 'It was stopped that your sign-in to {organization} is set back.',
      values,
    }
  },
  'lapse-reset': (_, values) => {
    return /*i18n*/ {
      id: 'record.lapse-reset',
      message: 'Nobody has set back your sign-in to {organization}, and the question has ended.',
      values,
    }
  },
  reset: (outcome, values) =>
    outcome === 'done'
      ? /*i18n*/ {
          id: 'record.reset.done',
          message: 'Your sign-in to {organization} was set back.',
          values,
        }
      : /*i18n*/ {
          id: 'record.reset.not',
          message:
            'An operator of {organization} tried to set back your sign-in, and it was not done.',
          values,
        },
}
