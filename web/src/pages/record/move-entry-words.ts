import type { Act, Outcome } from '@foyer/contracts/journal'
import type { MessageDescriptor } from '@lingui/core'
import type { EntryValues } from './entry-values.ts'

type MoveAct = Extract<
  Act,
  | 'begin-move'
  | 'redeem-move'
  | 'lapse-move'
  | 'stop-move'
  | 'answer-move'
  | 'carry-group'
  | 'take-back-group'
  | 'end-move'
>

/** How an account moved to another address. Groups are told to the new one, all else to the old one. */
export const moveSentences: Record<
  MoveAct,
  (outcome: Outcome, values: EntryValues) => MessageDescriptor
> = {
  'begin-move': (_, values) => {
    return /*i18n*/ {
      id: 'record.begin-move',
      message: 'Somebody at {organization} said that you have another address, and invited it.',
      values,
    }
  },
  'redeem-move': (_, values) => {
    return /*i18n*/ {
      id: 'record.redeem-move',
      message: 'Somebody came to {organization} with the other address.',
      values,
    }
  },
  'lapse-move': (_, values) => {
    return /*i18n*/ {
      id: 'record.lapse-move',
      message: 'Nobody came to {organization} with the other address: your account stayed.',
      values,
    }
  },
  'stop-move': (_, values) => {
    return /*i18n*/ {
      id: 'record.stop-move',
      message: 'It was stopped that another address takes the place of your account.',
      values,
    }
  },
  'answer-move': (_, values) => {
    return /*i18n*/ {
      id: 'record.answer-move',
      message: 'Somebody at {organization} said what follows from your old account.',
      values,
    }
  },
  'carry-group': (outcome, values) =>
    outcome === 'done'
      ? /*i18n*/ {
          id: 'record.carry-group',
          message: 'You were brought into {group}, as your old account was.',
          values,
        }
      : /*i18n*/ {
          id: 'record.carry-group.refused',
          message: 'You were to be brought into {group}, and it was not done.',
          values,
        },
  'take-back-group': (_, values) => {
    return /*i18n*/ {
      id: 'record.take-back-group',
      message: 'You were taken out of {group}: the old account stopped the move.',
      values,
    }
  },
  'end-move': (_, values) => {
    return /*i18n*/ {
      id: 'record.end-move',
      message: 'You moved to another address: this account at {organization} ends.',
      values,
    }
  },
}
