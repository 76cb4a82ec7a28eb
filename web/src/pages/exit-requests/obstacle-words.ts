import { type DepartureRefusal, departureRefusals } from '@foyer/contracts/departure-refusal'
import type { MessageDescriptor } from '@lingui/core'

/** What keeps Foyer from ending a guest's access, to whoever wants to end it. */
const sentences: Record<DepartureRefusal, MessageDescriptor> = {
  'not-a-guest': /*i18n*/ {
    id: 'obstacle.not-a-guest',
    message: 'Foyer ends only the access of guests, and this account is none any more.',
  },
  synced: /*i18n*/ {
    id: 'obstacle.synced',
    message:
      'The account is kept on your own servers, which would only bring it back. It has to end there.',
  },
  'role-held': /*i18n*/ {
    id: 'obstacle.role-held',
    message:
      'The account holds an administrator role, and Foyer does not touch such accounts. Somebody has to take the role from it first.',
  },
  'roles-unreadable': /*i18n*/ {
    id: 'obstacle.roles-unreadable',
    message:
      'Foyer cannot read whether the account holds an administrator role, so it does not act. An administrator can end the access in the directory.',
  },
  protected: /*i18n*/ {
    id: 'obstacle.protected',
    message:
      'The account is protected from changes by apps. An administrator can end the access in the directory.',
  },
  'not-allowed': /*i18n*/ {
    id: 'obstacle.not-allowed',
    message: 'Guests may not leave by themselves here. Whoever answers can still end the access.',
  },
  'setting-unreadable': /*i18n*/ {
    id: 'obstacle.setting-unreadable',
    message:
      'Foyer cannot read whether guests may leave by themselves here. Whoever answers can still end the access.',
  },
}

/** @param code as a request or a failure has it; undefined where it is none of these. */
export function tellObstacle(code: string): MessageDescriptor | undefined {
  const refusal = departureRefusals.find((one) => one === code || `departure-${one}` === code)
  return refusal && sentences[refusal]
}
