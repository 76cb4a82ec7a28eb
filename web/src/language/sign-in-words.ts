import type { SignsInWith } from '@foyer/contracts/me'
import type { MessageDescriptor } from '@lingui/core'

/** By what a person signs in; absent where it is not known. */
export const signInWords: Record<SignsInWith, MessageDescriptor | undefined> = {
  'work-account': /*i18n*/ { id: 'identity.work', message: 'Work or school account' },
  'microsoft-account': /*i18n*/ {
    id: 'identity.microsoft',
    message: 'Personal Microsoft account',
  },
  google: /*i18n*/ { id: 'identity.google', message: 'Google account' },
  federation: /*i18n*/ { id: 'identity.federation', message: 'The sign-in of your own company' },
  'mail-code': /*i18n*/ { id: 'identity.code', message: 'Code by e-mail' },
  unknown: undefined,
}
