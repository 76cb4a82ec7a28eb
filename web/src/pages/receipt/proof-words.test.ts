import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { tellProof } from './proof-words.ts'

const i18n = setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } })
const signedInAt = '2026-11-25T12:41:00.000Z'

test.each([
  [
    'fresh-sign-in',
    { signedInAt },
    /^By a new sign-in just for this: 25 November 2026 at \d\d:41$/,
  ],
  ['sign-in', { signedInAt }, /^By a sign-in: 25 November 2026 at \d\d:41$/],
  ['sign-in', {}, /^By a sign-in$/],
  ['mail-code', {}, /^By a code that was sent to the address of the account; the organization/],
] as const)('%s, %j', (proof, known, words) => {
  expect(i18n._(tellProof({ proof, ...known }, i18n))).toMatch(words)
})
