import type { Shape } from '../../reference/distil-example.ts'
import { type Person, referencesTo, type Replay } from './replay.ts'
import { replaysOfGroups } from './replays-of-groups.ts'
import { replaysOfOthers } from './replays-of-others.ts'
import { replaysOfUsers } from './replays-of-users.ts'

const grace: Person = 'Grace Adeyemi'
const asked = (path: (ids: Parameters<Replay['path']>[0]) => string): Replay => ({ path })
const counted = asked(({ user }) => `/v1.0/users/${user(grace)}/memberOf/$count`)
const notInList = 'the page shows more than the default properties; they come with $select'

/** How each documented example is asked of this world. What differs says why. */
export const replayedExamples: Readonly<Record<string, Replay>> = {
  'user-get-01': asked(({ user }) => `/v1.0/users/${user(grace)}`),
  'user-delete-01': asked(({ user }) => `/v1.0/users/${user(grace)}`),
  'user-list-01': {
    path: () => '/v1.0/users',
    differs: {
      'value[].mailNickname': notInList,
      'value[].otherMails': notInList,
      'value[].otherMails[]': notInList,
      'value[].proxyAddresses': notInList,
      'value[].proxyAddresses[]': notInList,
    },
  },
  'user-list-sponsors-01': asked(({ user }) => `/v1.0/users/${user('Omar Haddad')}/sponsors`),
  'user-list-memberof-02': counted,
  'user-list-memberof-03': asked(
    ({ user }) => `/v1.0/users/${user(grace)}/memberOf/microsoft.graph.group/$count`,
  ),
  'user-list-transitivememberof-01': asked(
    ({ user }) => `/v1.0/users/${user(grace)}/transitiveMemberOf`,
  ),
  'user-list-transitivememberof-02': asked(
    ({ user }) => `/v1.0/users/${user(grace)}/transitiveMemberOf/$count`,
  ),
  'user-list-transitivememberof-03': asked(
    ({ user }) => `/v1.0/users/${user(grace)}/transitiveMemberOf/microsoft.graph.group/$count`,
  ),
  'advanced-query-silent-05': asked(() => '/v1.0/users?$count=true'),
  'error-advanced-query-01': asked(() => '/v1.0/users/$count'),
  'error-group-member-403-01': {
    path: ({ group }) => `/v1.0/groups/${group('All Partners')}/members/$ref`,
    body: ({ user }) => referencesTo(user(grace)),
  },
  'error-group-owner-exists-01': {
    path: ({ group }) => `/v1.0/groups/${group('Supplier Forum')}/owners/$ref`,
    body: ({ owner }) => referencesTo(owner('Supplier Forum')),
  },
  'group-delete-01': asked(({ group }) => `/v1.0/groups/${group('Harbour Drawings')}`),
  'group-delete-members-01': asked(
    ({ group, user }) => `/v1.0/groups/${group('Harbour Drawings')}/members/${user(grace)}/$ref`,
  ),
  'group-post-members-01': {
    path: ({ group }) => `/v1.0/groups/${group('Harbour Drawings')}/members/$ref`,
    body: ({ user }) => referencesTo(user('Noor Rahman')),
  },
  'group-post-owners-01': {
    path: ({ group }) => `/v1.0/groups/${group('Harbour Drawings')}/owners/$ref`,
    body: ({ user }) => referencesTo(user('Noor Rahman'), 'users'),
  },
  'group-list-04': asked(() => '/v1.0/groups/$count'),
  'group-list-members-02': asked(
    ({ group }) => `/v1.0/groups/${group('Supplier Forum')}/members/$count`,
  ),
  'group-list-transitivemembers-02': asked(
    ({ group }) => `/v1.0/groups/${group('Supplier Forum')}/transitiveMembers/$count`,
  ),
  'group-renew-01': asked(({ group }) => `/v1.0/groups/${group('Tender 2026')}/renew`),
  'beta-user-list-01': {
    path: () => '/beta/users',
    differs: {
      'value[].mailNickname': notInList,
      'value[].otherMails': notInList,
      'value[].otherMails[]': notInList,
      'value[].proxyAddresses': notInList,
      'value[].proxyAddresses[]': notInList,
    },
  },
  'beta-user-list-06': asked(() => '/beta/users/$count'),
  ...replaysOfUsers,
  ...replaysOfGroups,
  ...replaysOfOthers,
}

/** A shape by the places in it: `value[].id`. */
export function placesIn(shape: Shape, place = ''): ReadonlyMap<string, string> {
  if (typeof shape === 'string') return new Map([[place, shape]])
  if (Array.isArray(shape)) {
    const [item] = shape as readonly Shape[]
    return new Map([[place, 'list'], ...(item ? placesIn(item, `${place}[]`) : [])])
  }
  return new Map(
    Object.entries(shape).flatMap(([name, inner]) => [
      ...placesIn(inner, place ? `${place}.${name}` : name),
    ]),
  )
}
