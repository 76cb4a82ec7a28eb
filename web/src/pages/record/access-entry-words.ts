import type { Act, Outcome } from '@foyer/contracts/journal'
import type { MessageDescriptor } from '@lingui/core'
import type { EntryValues } from './entry-values.ts'

type AccessAct = Extract<Act, 'extend' | 'attest' | 'ask-to-stay' | 'withdraw-stay' | 'refuse-stay'>

/** What was decided of the end of an access, and asked. Only ever asked, or done. */
export const accessSentences: Record<
  AccessAct,
  (outcome: Outcome, values: EntryValues) => MessageDescriptor
> = {
  extend: (_, values) => {
    return /*i18n*/ {
      id: 'record.extend',
      message: 'Your access to {organization} was extended.',
      values,
    }
  },
  'ask-to-stay': (_, values) => {
    return /*i18n*/ {
      id: 'record.ask-to-stay',
      message: 'You asked to stay at {organization} longer.',
      values,
    }
  },
  'withdraw-stay': (_, values) => {
    return /*i18n*/ {
      id: 'record.withdraw-stay',
      message: 'You took back that you asked to stay at {organization} longer.',
      values,
    }
  },
  'refuse-stay': (_, values) => {
    return /*i18n*/ {
      id: 'record.refuse-stay',
      message: '{organization} answered that you do not stay longer.',
      values,
    }
  },
  attest: (_, values) => {
    return /*i18n*/ {
      id: 'record.attest',
      message: 'Somebody at {organization} confirmed that you are still needed.',
      values,
    }
  },
}
