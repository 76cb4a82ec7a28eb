import { expect, test } from 'vitest'
import { readMessage } from './read-message.ts'

const shown = `Sorry, but we’re having trouble signing you in.
AADSTS50020: User account 'mei@gmail.example' from identity provider 'live.com' does not exist in tenant 'Contoso' and cannot access the application.
Request Id: 8f1c2a90-0b1c-4d2e-8f3a-4b5c6d7e8f90
Correlation Id: 1a2b3c4d-0b1c-4d2e-8f3a-4b5c6d7e8f90
Timestamp: 2026-11-22T10:42:11Z`

test('a whole page tells its code, the account, the request and the time', () => {
  expect(readMessage(shown)).toEqual({
    text: shown,
    code: 'AADSTS50020',
    account: 'mei@gmail.example',
    requestId: '8f1c2a90-0b1c-4d2e-8f3a-4b5c6d7e8f90',
    at: '2026-11-22T10:42:11Z',
  })
})

test('what an app is answered is read too', () => {
  const answered =
    'invalid_grant: AADSTS700082: The refresh token has expired.\r\nTrace ID: 8f1c2a90-0b1c-4d2e-8f3a-4b5c6d7e8f90\r\nTimestamp: 2026-11-22 10:42:11Z'
  expect(readMessage(answered)).toMatchObject({
    code: 'AADSTS700082',
    account: undefined,
    requestId: '8f1c2a90-0b1c-4d2e-8f3a-4b5c6d7e8f90',
    at: '2026-11-22 10:42:11Z',
  })
})

test.each([
  [' aadsts50105 ', 'AADSTS50105'],
  ['AADSTS 53003', 'AADSTS53003'],
  ['90072', 'AADSTS90072'],
  ['I saw error AADSTS65004 today', 'AADSTS65004'],
])('of “%s” the code is found', (text, code) => {
  expect(readMessage(text).code).toBe(code)
})

test.each(['', 'It does not work', 'AADSTS', 'call 50020 or 50034', '123', '<b>50020</b>'])(
  'in “%s” there is none',
  (text) => {
    expect(readMessage(text).code).toBeUndefined()
  },
)

test('of what is far too long the beginning is read, and no more', () => {
  const { text, code } = readMessage(`AADSTS50057 ${'x'.repeat(1_000_000)}`)
  expect([code, text.length]).toEqual(['AADSTS50057', 10_000])
})
