import { type DepartureRefusal } from '@foyer/contracts/departure-refusal'
import type { MessageDescriptor } from '@lingui/core'

/** Why Foyer does not end somebody's access, and the step that remains. */
export interface DepartureRefusalWords {
  readonly sentence: MessageDescriptor
  readonly next: MessageDescriptor
}

interface Values extends Record<string, string> {
  readonly organization: string
}

const words: Record<DepartureRefusal, (values: Values) => DepartureRefusalWords> = {
  'not-a-guest': (values) => ({
    sentence: /*i18n*/ {
      id: 'departure.not-a-guest',
      message: 'Foyer ends only the access of guests, and {organization} does not keep you as one.',
      values,
    },
    next: askOrganization(values),
  }),
  synced: (values) => ({
    sentence: /*i18n*/ {
      id: 'departure.synced',
      message:
        '{organization} keeps your account on its own servers, which would only bring it back.',
      values,
    },
    next: askOrganization(values),
  }),
  'role-held': (values) => ({
    sentence: /*i18n*/ {
      id: 'departure.role-held',
      message:
        'Your account holds an administrator role at {organization}, and Foyer does not touch such accounts.',
      values,
    },
    next: /*i18n*/ {
      id: 'departure.role-held.next',
      message: 'Ask {organization} to take the role from you first. Then you can leave here.',
      values,
    },
  }),
  'roles-unreadable': (values) => ({
    sentence: /*i18n*/ {
      id: 'departure.roles-unreadable',
      message:
        'Foyer cannot read whether your account holds an administrator role at {organization}, so it does not act.',
      values,
    },
    next: /*i18n*/ {
      id: 'departure.roles-unreadable.next',
      message: 'Ask {organization} to remove you, or leave on Microsoft’s own page.',
      values,
    },
  }),
  protected: (values) => ({
    sentence: /*i18n*/ {
      id: 'departure.protected',
      message: '{organization} protects your account from changes by apps.',
      values,
    },
    next: askOrganization(values),
  }),
  'not-allowed': (values) => ({
    sentence: /*i18n*/ {
      id: 'departure.not-allowed',
      message: '{organization} does not let guests leave by themselves.',
      values,
    },
    next: /*i18n*/ {
      id: 'departure.not-allowed.next',
      message: 'You can still ask to be removed.',
    },
  }),
  'setting-unreadable': (values) => ({
    sentence: /*i18n*/ {
      id: 'departure.setting-unreadable',
      message: 'Foyer cannot read whether {organization} lets guests leave, so it does not act.',
      values,
    },
    next: /*i18n*/ {
      id: 'departure.setting-unreadable.next',
      message: 'Microsoft’s own page knows, and lets you leave there if it is so.',
    },
  }),
}

/** The same words stand in the preview, before any attempt, and after one that was refused. */
export function explainDepartureRefusal(
  reason: DepartureRefusal,
  organization: string,
): DepartureRefusalWords {
  return words[reason]({ organization })
}

function askOrganization(values: Values): MessageDescriptor {
  return /*i18n*/ {
    id: 'departure.ask',
    message: 'Only {organization} can end your access. You can ask to be removed.',
    values,
  }
}
