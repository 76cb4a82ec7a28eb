import type { ProblemCode } from '@foyer/contracts/problem'
import type { MessageDescriptor } from '@lingui/core'

/** Why Foyer decides nothing about an account, to whoever wants to decide. */
const sentences: Partial<Record<ProblemCode, MessageDescriptor>> = {
  'departure-not-a-guest': /*i18n*/ {
    id: 'guest.refusal.not-a-guest',
    message: 'Foyer decides only about guests, and this account is none any more.',
  },
  'departure-synced': /*i18n*/ {
    id: 'guest.refusal.synced',
    message: 'The account is kept on your own servers. How long it has access is decided there.',
  },
  'departure-role-held': /*i18n*/ {
    id: 'obstacle.role-held',
    message:
      'The account holds an administrator role, and Foyer does not touch such accounts. Somebody has to take the role from it first.',
  },
  'departure-roles-unreadable': /*i18n*/ {
    id: 'guest.refusal.roles-unreadable',
    message:
      'Foyer cannot read whether the account holds an administrator role, so it does not act. An administrator decides in the directory how long it stays.',
  },
  'departure-protected': /*i18n*/ {
    id: 'guest.refusal.protected',
    message:
      'The account is protected from changes by apps. An administrator decides in the directory how long it stays.',
  },
}

/** @returns undefined for what is told to everybody alike. */
export function tellRefusal(code: string): MessageDescriptor | undefined {
  return Object.hasOwn(sentences, code) ? sentences[code as ProblemCode] : undefined
}
