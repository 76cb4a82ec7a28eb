import { BrowserAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser'
import { expect, test } from 'vitest'
import { Failure } from '../failure.ts'
import { translateError } from './msal-error.ts'

const notInvited = new ServerError(
  'invalid_grant',
  'c',
  "AADSTS50020: User account 'mei@gmail.example' does not exist in tenant 'Contoso'.",
)
const ended = new InteractionRequiredAuthError('interaction_required', 'c', 'AADSTS700084: ended')

test('an account that was never there has to sign in', () => {
  expect(translateError(notInvited, false).code).toBe('sign-in-needed')
})

test('the sign-in of an account that was there has run out', () => {
  expect(translateError(ended, true).code).toBe('sign-in-run-out')
})

test('a help desk gets the code of Entra and not the name of the person', () => {
  expect(translateError(notInvited, false).trace).toEqual({ foreignCode: 'AADSTS50020' })
})

test.each([
  new ServerError('temporarily_unavailable', 'c', ''),
  new BrowserAuthError('no_network_connectivity', 'c'),
  new TypeError('Failed to fetch'),
])('a sign-in that does not answer says nothing about the person: %s', (error) => {
  expect(translateError(error, true).code).toBe('sign-in-unreachable')
})

test('what is a failure already stays as it is', () => {
  const failure = new Failure('timed-out')
  expect(translateError(failure, true)).toBe(failure)
})
