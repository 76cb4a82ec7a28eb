import type { Act, Outcome } from '@foyer/contracts/journal'
import type { MessageDescriptor } from '@lingui/core'
import type { EntryValues } from './entry-values.ts'

type OwnerAct = Extract<Act, 'see-owner' | 'waive-owner' | 'miss-group'>

/** What became of a group that had no owner after somebody left. Only ever done. */
export const ownerSentences: Record<
  OwnerAct,
  (outcome: Outcome, values: EntryValues) => MessageDescriptor
> = {
  'see-owner': (_, values) =>
    values.group === ''
      ? /*i18n*/ {
          id: 'record.see-owner.some',
          message: 'A group that you had owned was seen to have an owner.',
        }
      : /*i18n*/ {
          id: 'record.see-owner',
          message: 'The group {group}, which you had owned, was seen to have an owner.',
          values,
        },
  'waive-owner': (_, values) =>
    values.group === ''
      ? /*i18n*/ {
          id: 'record.waive-owner.some',
          message: '{organization} decided that a group that you had owned needs no owner.',
          values,
        }
      : /*i18n*/ {
          id: 'record.waive-owner',
          message:
            '{organization} decided that the group {group}, which you had owned, needs no owner.',
          values,
        },
  'miss-group': (_, values) =>
    values.group === ''
      ? /*i18n*/ {
          id: 'record.miss-group.some',
          message: 'A group that you had owned was seen to be gone.',
        }
      : /*i18n*/ {
          id: 'record.miss-group',
          message: 'The group {group}, which you had owned, was seen to be gone.',
          values,
        },
}
