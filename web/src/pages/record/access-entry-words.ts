import type { Act, Outcome } from '@foyer/contracts/journal'
import type { MessageDescriptor } from '@lingui/core'
import type { EntryValues } from './entry-values.ts'

type AccessAct = Extract<
  Act,
  | 'except'
  | 'end-exception'
  | 'declare-end-owner'
  | 'end-access'
  | 'stop-ending'
  | 'answer-ending'
  | 'block'
  | 'unblock'
  | 'remove'
  | 'extend'
  | 'attest'
  | 'doubt'
  | 'withdraw-doubt'
  | 'answer-doubt'
  | 'ask-to-stay'
  | 'withdraw-stay'
  | 'refuse-stay'
>

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
  doubt: (_, values) => {
    return /*i18n*/ {
      id: 'record.doubt',
      message: 'Somebody at {organization} asked whether you still need your access.',
      values,
    }
  },
  'withdraw-doubt': (_, values) => {
    return /*i18n*/ {
      id: 'record.withdraw-doubt',
      message: 'Somebody at {organization} took back asking whether you still need your access.',
      values,
    }
  },
  'answer-doubt': (_, values) => {
    return /*i18n*/ {
      id: 'record.answer-doubt',
      message: 'You answered {organization} that you still need your access.',
      values,
    }
  },
  except: (_, values) => {
    return /*i18n*/ {
      id: 'record.except',
      message: '{organization} excepted you from its rules for guests for a while.',
      values,
    }
  },
  'end-exception': (_, values) => {
    return /*i18n*/ {
      id: 'record.end-exception',
      message: 'The rules of {organization} for guests hold for you again.',
      values,
    }
  },
  'declare-end-owner': (_, values) => {
    return /*i18n*/ {
      id: 'record.declare-end-owner',
      message: '{organization} said who decides when your access ends.',
      values,
    }
  },
  'end-access': (_, values) => {
    return /*i18n*/ {
      id: 'record.end-access',
      message: 'Somebody at {organization} decided that your access ends.',
      values,
    }
  },
  'answer-ending': (outcome, values) =>
    outcome === 'done'
      ? /*i18n*/ {
          id: 'record.answer-ending.done',
          message: 'An operator of {organization} agreed that your access ends.',
          values,
        }
      : /*i18n*/ {
          id: 'record.answer-ending.refused',
          message: 'An operator of {organization} did not agree that your access ends.',
          values,
        },
  'stop-ending': (_, values) => {
    return /*i18n*/ {
      id: 'record.stop-ending',
      message: '{organization} took back that your access ends.',
      values,
    }
  },
  block: (outcome, values) =>
    outcome === 'done'
      ? /*i18n*/ {
          id: 'record.block',
          message: 'You were blocked at {organization}.',
          values,
        }
      : /*i18n*/ {
          id: 'record.block.refused',
          message: 'You were to be blocked at {organization}, and it was not done.',
          values,
        },
  unblock: (_, values) => {
    return /*i18n*/ {
      id: 'record.unblock',
      message: 'You can sign in at {organization} again.',
      values,
    }
  },
  remove: (outcome, values) =>
    outcome === 'done'
      ? /*i18n*/ {
          id: 'record.remove',
          message: 'You were removed from {organization}.',
          values,
        }
      : /*i18n*/ {
          id: 'record.remove.refused',
          message: 'You were to be removed from {organization}, and it was not done.',
          values,
        },
}
