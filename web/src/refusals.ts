import type { LeaveRefusal } from '@foyer/contracts/leave-refusal'
import type { MessageDescriptor } from '@lingui/core'

interface Words {
  readonly organization: string
  /** The groups through which a nested membership comes, joined; empty where they are not told. */
  readonly through?: string
}
type Values = Readonly<Record<keyof Words, string>>

/** Why a group cannot be left by oneself, and the step that remains. */
export interface RefusalWords {
  readonly sentence: MessageDescriptor
  readonly next: MessageDescriptor
}

const sentences: Record<LeaveRefusal, (values: Values) => RefusalWords> = {
  'managed-by-rule': (values) => ({
    sentence: /*i18n*/ {
      id: 'refusal.managed-by-rule',
      message: 'Cannot be left: its rule would add you again.',
    },
    next: /*i18n*/ {
      id: 'refusal.managed-by-rule.next',
      message: 'It ends when you are no longer a guest of {organization}.',
      values,
    },
  }),
  synced: (values) => ({
    sentence: /*i18n*/ {
      id: 'refusal.synced',
      message: 'Cannot be left here: {organization} keeps it on its own servers.',
      values,
    },
    next: helpDesk(values),
  }),
  'role-assignable': (values) => ({
    sentence: /*i18n*/ {
      id: 'refusal.role-assignable',
      message: 'Cannot be left here: it can carry administrator roles.',
    },
    next: helpDesk(values),
  }),
  'managed-in-exchange': (values) => ({
    sentence: /*i18n*/ {
      id: 'refusal.managed-in-exchange',
      message: 'Cannot be left here: it is managed in Exchange.',
    },
    next: helpDesk(values),
  }),
  'membership-hidden': (values) => ({
    sentence: /*i18n*/ {
      id: 'refusal.membership-hidden',
      message: 'Cannot be left here: {organization} hides who is in it.',
      values,
    },
    next: helpDesk(values),
  }),
  protected: (values) => ({
    sentence: /*i18n*/ {
      id: 'refusal.protected',
      message: 'Cannot be left here: {organization} protects it from changes by apps.',
      values,
    },
    next: helpDesk(values),
  }),
  'nested-only': (values) => ({
    sentence: /*i18n*/ {
      id: 'refusal.nested-only',
      message: 'Cannot be left alone: you are in it only through another group.',
    },
    next: values.through
      ? /*i18n*/ {
          id: 'refusal.nested-only.next',
          message: 'It ends when you are no longer in {through}.',
          values,
        }
      : /*i18n*/ {
          id: 'refusal.nested-only.next.unnamed',
          message: 'It ends when you are no longer in that group.',
        },
  }),
  'owner-only': (values) => ({
    sentence: /*i18n*/ {
      id: 'refusal.owner-only',
      message: 'Cannot be left here: you own it without being a member.',
    },
    next: helpDesk(values),
  }),
  'last-owner': (values) => ({
    sentence: /*i18n*/ {
      id: 'refusal.last-owner',
      message: 'Cannot be left yet: you are its last owner.',
    },
    next: /*i18n*/ {
      id: 'refusal.last-owner.next',
      message: 'Ask {organization} to name another owner first.',
      values,
    },
  }),
}

/** The same words stand in the list, before any attempt, and after one that was refused. */
export function explainRefusal(
  reason: LeaveRefusal,
  { organization, through = '' }: Words,
): RefusalWords {
  return sentences[reason]({ organization, through })
}

function helpDesk(values: Values): MessageDescriptor {
  return /*i18n*/ {
    id: 'refusal.help-desk',
    message: 'Only the help desk of {organization} can change it.',
    values,
  }
}
