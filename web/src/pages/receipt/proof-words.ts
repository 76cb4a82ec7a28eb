import type { Receipt } from '@foyer/contracts/receipt'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatInstant } from '../../language/dates.ts'

/** How it is known that whoever left wanted it. */
export function tellProof(
  { proof, signedInAt }: Pick<Receipt, 'proof' | 'signedInAt'>,
  i18n: I18n,
): MessageDescriptor {
  if (proof === 'mail-code') {
    return /*i18n*/ {
      id: 'proof.mail-code',
      message: 'By a code that was sent to the address of the account; the organization granted it',
    }
  }
  if (proof === 'code-and-delay') {
    return /*i18n*/ {
      id: 'proof.code-and-delay',
      message: 'By a code that was sent to the address of the account, and a day to take it back',
    }
  }
  if (signedInAt === undefined && proof === 'context') {
    return /*i18n*/ {
      id: 'proof.context',
      message: 'By a new sign-in that met what the organization asks of leaving',
    }
  }
  if (signedInAt === undefined) return /*i18n*/ { id: 'proof.sign-in', message: 'By a sign-in' }
  const values = { moment: formatInstant(i18n, signedInAt) }
  switch (proof) {
    case 'context':
      return /*i18n*/ {
        id: 'proof.context.at',
        message: 'By a new sign-in that met what the organization asks of leaving: {moment}',
        values,
      }
    case 'fresh-sign-in':
      return /*i18n*/ {
        id: 'proof.fresh-sign-in.at',
        message: 'By a new sign-in just for this: {moment}',
        values,
      }
    case 'sign-in':
      return /*i18n*/ { id: 'proof.sign-in.at', message: 'By a sign-in: {moment}', values }
  }
}
