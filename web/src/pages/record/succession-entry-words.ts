import type { Act, Outcome } from '@foyer/contracts/journal'
import type { MessageDescriptor } from '@lingui/core'
import type { EntryValues } from './entry-values.ts'

type SuccessionAct = Extract<
  Act,
  | 'open-succession'
  | 'withdraw-succession'
  | 'accept-succession'
  | 'decline-succession'
  | 'change-sponsor'
>

/** Who vouches next: asked, answered and done. */
export const successionSentences: Record<
  SuccessionAct,
  (outcome: Outcome, values: EntryValues) => MessageDescriptor
> = {
  'open-succession': (_, values) => {
    return /*i18n*/ {
      id: 'record.open-succession',
      message: 'Foyer began to ask who vouches for you next at {organization}.',
      values,
    }
  },
  'withdraw-succession': (_, values) => {
    return /*i18n*/ {
      id: 'record.withdraw-succession',
      message: 'Nobody at {organization} is asked any more to vouch for you.',
      values,
    }
  },
  'accept-succession': (_, values) => {
    return /*i18n*/ {
      id: 'record.accept-succession',
      message: 'Somebody at {organization} is ready to vouch for you.',
      values,
    }
  },
  'decline-succession': (_, values) => {
    return /*i18n*/ {
      id: 'record.decline-succession',
      message: 'Somebody at {organization} was asked to vouch for you, and declined.',
      values,
    }
  },
  'change-sponsor': (outcome, values) =>
    outcome === 'done'
      ? /*i18n*/ {
          id: 'record.change-sponsor',
          message: 'Somebody else vouches for you at {organization}.',
          values,
        }
      : /*i18n*/ {
          id: 'record.change-sponsor.refused',
          message: 'Nobody else vouches for you at {organization} by what was asked.',
          values,
        },
}
