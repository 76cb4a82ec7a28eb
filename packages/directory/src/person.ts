import type { PersonId } from '@foyer/contracts/ids'
import type { PersonKind, SignsInWith } from '@foyer/contracts/me'
import { type Static, Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { guid } from './reference-url.ts'

/** Somebody in one organization's directory. */
export interface Person {
  readonly personId: PersonId
  readonly kind: PersonKind
  readonly name: string
  readonly mail?: string
  readonly company?: string
  readonly signsInWith: SignsInWith
  /** When the directory made this object. */
  readonly since?: string
  readonly isEnabled: boolean
  /** Whether the invitation was taken up; undefined for who was not invited. */
  readonly isRedeemed: boolean | undefined
  /** Kept by the organization's own servers; undefined where that cannot be read. */
  readonly isSynced: boolean | undefined
  /** In a restricted management administrative unit; undefined where that cannot be read. */
  readonly isProtected: boolean | undefined
}

/** What is asked of a user object, here and in the feed of guests. */
export const User = Type.Object({
  id: Type.String(),
  displayName: maybe(Type.String()),
  mail: maybe(Type.String()),
  companyName: maybe(Type.String()),
  userType: maybe(Type.String()),
  creationType: maybe(Type.String()),
  externalUserState: maybe(Type.String()),
  identities: maybe(
    Type.Array(Type.Object({ signInType: maybe(Type.String()), issuer: maybe(Type.String()) })),
  ),
  accountEnabled: Type.Boolean(),
  createdDateTime: maybe(Type.String()),
  onPremisesSyncEnabled: maybe(Type.Boolean()),
  isManagementRestricted: maybe(Type.Boolean()),
})
export type User = Static<typeof User>

export async function findPerson(graph: Graph, personId: PersonId): Promise<Person | undefined> {
  const user = await graph.read(`/users/${guid(personId)}?${selectOf(User)}`, User)
  return user && personOf(user)
}

/** Who leads somebody (Microsoft Graph, "List manager"); undefined where nobody does. */
export async function findManager(graph: Graph, personId: PersonId): Promise<Person | undefined> {
  const user = await graph.read(`/users/${guid(personId)}/manager?${selectOf(User)}`, User)
  return user && personOf(user)
}

/** In the order of the ids; undefined for whoever does not exist. */
export async function findPeople(
  graph: Graph,
  people: readonly PersonId[],
): Promise<(Person | undefined)[]> {
  const paths = people.map((personId) => `/users/${guid(personId)}?${selectOf(User)}`)
  const found = await graph.readEach(paths, User)
  return found.map((user) => user && personOf(user))
}

/** Everybody whose mail address this is; others have an address besides it (`otherMails`). */
export async function findPeopleByMail(graph: Graph, mail: string): Promise<Person[]> {
  const literal = encodeURIComponent(`'${mail.replaceAll("'", "''")}'`)
  const found = await graph.readAll(`/users?$filter=mail%20eq%20${literal}&${selectOf(User)}`, User)
  return (found ?? []).map(personOf)
}

export function personOf(user: User): Person {
  return {
    personId: user.id.toLowerCase() as PersonId,
    kind: kindOf(user),
    name: user.displayName ?? '',
    ...(user.mail ? { mail: user.mail } : {}),
    ...(user.companyName ? { company: user.companyName } : {}),
    signsInWith: signsInWith(user),
    ...(user.createdDateTime ? { since: user.createdDateTime } : {}),
    isEnabled: user.accountEnabled,
    isRedeemed: user.externalUserState ? user.externalUserState === 'Accepted' : undefined,
    isSynced: isTrue(user.onPremisesSyncEnabled),
    isProtected: isTrue(user.isManagementRestricted),
  }
}

/** Graph says null for never, and leaves out what it was not asked for or does not let us see. */
function isTrue(value: boolean | null | undefined): boolean | undefined {
  return value === undefined ? undefined : value === true
}

/**
 * `userType` says what somebody may do, not where they come from: an internal guest is a local
 * account with few rights, an external member somebody from elsewhere with many. Anything but
 * 'Guest' counts as a member, so that what only guests may do stays closed.
 */
function kindOf(user: User): PersonKind {
  if (user.userType === 'Guest') return isExternal(user) ? 'guest' : 'internal-guest'
  return isExternal(user) ? 'external-member' : 'member'
}

/** Microsoft Entra External ID, "Properties of a B2B collaboration user". */
function isExternal(user: User): boolean {
  return (
    user.creationType === 'Invitation' ||
    user.creationType === 'SelfServiceSignUp' ||
    Boolean(user.externalUserState) ||
    federatedIssuer(user) !== undefined
  )
}

function federatedIssuer({ identities }: User): string | undefined {
  return identities?.find(({ signInType }) => signInType === 'federated')?.issuer ?? undefined
}

function signsInWith(user: User): SignsInWith {
  const issuer = federatedIssuer(user)
  switch (issuer) {
    case 'ExternalAzureAD':
      return 'work-account'
    case 'MicrosoftAccount':
      return 'microsoft-account'
    case 'google.com':
      return 'google'
    case 'mail':
      return 'mail-code'
    case undefined:
      return isExternal(user) ? 'unknown' : 'work-account'
    default:
      // SAML and WS-Federation are named by the URI of their issuer.
      return URL.canParse(issuer) ? 'federation' : 'unknown'
  }
}
