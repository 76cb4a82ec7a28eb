import type { problems } from '@foyer/contracts/problem'
import type { InjectOptions } from 'fastify'

/** What a browser sends when it goes to a page. */
export const navigation = { accept: 'text/html,*/*', 'sec-fetch-mode': 'navigate' }

/** A group that is nowhere. */
export const groupPath = '/v1/me/groups/aaaaaaaa-0000-4000-8000-000000000001'

/** Requests that go wrong, each with what is told of it. */
export function wrongRequests(grace: {
  authorization: string
}): readonly (readonly [string, InjectOptions, keyof typeof problems])[] {
  const json = { 'content-type': 'application/json' }
  return [
    ['an unknown route', { url: '/v1/nothing' }, 'not-found'],
    ['an unknown route, navigating', { url: '/v1/nothing', headers: navigation }, 'not-found'],
    ['an asset that is not there', { url: '/assets/none.js', headers: navigation }, 'not-found'],
    ['a way out of the assets', { url: '/assets/..%2f..%2ffoyer.json' }, 'invalid-request'],
    ['a page asked for by a program', { url: '/o/contoso' }, 'not-found'],
    ['another method', { url: '/v1/me', method: 'POST' }, 'method-not-allowed'],
    [
      'another method with a parameter',
      { url: groupPath, method: 'GET', headers: navigation },
      'method-not-allowed',
    ],
    ['a method on a file', { url: '/icon.svg', method: 'DELETE' }, 'method-not-allowed'],
    ['no token', { url: '/v1/me' }, 'token-refused'],
    [
      'a malformed id',
      { url: '/v1/me/groups/7', method: 'DELETE', headers: grace },
      'invalid-request',
    ],
    ['a query that is not named', { url: '/v1/me?x=1', headers: grace }, 'invalid-request'],
    [
      'malformed JSON',
      { url: groupPath, method: 'DELETE', headers: { ...grace, ...json }, payload: '{' },
      'invalid-request',
    ],
    [
      'a body that is not asked for',
      { url: groupPath, method: 'DELETE', headers: { ...grace, ...json }, payload: '{}' },
      'invalid-request',
    ],
    [
      'a body of another type',
      {
        url: groupPath,
        method: 'DELETE',
        headers: { ...grace, 'content-type': 'text/plain' },
        payload: 'x',
      },
      'invalid-request',
    ],
    [
      'a body too large',
      {
        url: groupPath,
        method: 'DELETE',
        headers: { ...grace, ...json },
        payload: `"${'x'.repeat(70_000)}"`,
      },
      'invalid-request',
    ],
    ['a malformed URL', { url: '/v1/%zz' }, 'invalid-request'],
    ['a look-up of nothing', { url: '/v1/organizations/lookup' }, 'invalid-request'],
    ['a look-up of an empty name', { url: '/v1/organizations/lookup?name=' }, 'invalid-request'],
    [
      'a look-up of two names',
      { url: '/v1/organizations/lookup?name=a&name=b' },
      'invalid-request',
    ],
    [
      'a look-up of a stranger',
      { url: '/v1/organizations/lookup?name=tailspin' },
      'organization-not-found',
    ],
    ['an organization without a directory', { url: '/v1/me', headers: grace }, 'directory-refused'],
  ]
}
