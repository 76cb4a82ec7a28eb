import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { answersAs } from '@foyer/lifecycle/way-back'
import {
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import { requireTouchable } from '../departure/leaver.ts'
import { ProblemError } from '../http/problem-error.ts'
import { requireInsider } from '../routes/require-person.ts'
import type { Answerer } from '../token/answerer.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { Deciding } from './decide.ts'
import { findVouchingIds } from './vouching-ids.ts'

/** Who wants to decide, as their token said. */
export type Decider = Pick<
  CallerIdentity,
  'organizationId' | 'personId' | 'isOperator' | 'tokenId' | 'sessionId'
>

/** Who somebody is for a guest. */
export interface Capacity {
  readonly insider: Person
  readonly guestId: PersonId
  readonly seenAs: Answerer['answersAs']
  /** By which ids they vouch. */
  readonly vouchingIds: readonly string[]
  /** The groups that the guest is in directly. */
  readonly memberOf: readonly GroupId[]
}

/**
 * Who somebody is for a guest, as the directory says now.
 *
 * @throws {ProblemError} `guest-not-found` where they do not vouch for anybody of this id.
 */
export async function lookAtGuest(
  directory: OrganizationDirectory,
  connected: ConnectedOrganization,
  decider: Decider,
  named: PersonId,
): Promise<Capacity> {
  const guestId = named.toLowerCase() as PersonId
  const [insider, { sponsors, memberOf }, vouchingIds] = await Promise.all([
    requireInsider(directory, decider),
    directory.getTies(guestId),
    findVouchingIds(directory, connected, decider.personId),
  ])
  const seenAs = answersAs({ ...decider, kind: insider.kind, vouchingIds }, sponsors)
  // Whether there is somebody at all is nobody's business who does not vouch for them.
  if (!seenAs || guestId === decider.personId) throw new ProblemError('guest-not-found')
  return { insider, guestId, seenAs, vouchingIds, memberOf }
}

/**
 * Everything that has to be known before a decision about one guest, asked now.
 *
 * @throws {ProblemError} with the reason why nothing is decided about them.
 */
export async function prepareDecision(
  directory: OrganizationDirectory,
  connected: ConnectedOrganization,
  {
    decider,
    guestId: named,
    requestId,
    now,
  }: {
    readonly decider: Decider
    readonly guestId: PersonId
    readonly requestId: string
    readonly now: () => Date
  },
): Promise<Deciding> {
  const { organizationId, personId, tokenId, sessionId } = decider
  const { insider, guestId, seenAs, vouchingIds, memberOf } = await lookAtGuest(
    directory,
    connected,
    decider,
    named,
  )
  const guest = await findTouchable(directory, guestId)
  const { name } = await directory.getOrganization()
  return {
    organizationId,
    organization: {
      name: name || connected.name,
      slug: connected.slug,
      language: languageOfPeople(connected),
    },
    guest,
    groupIds: memberOf,
    answerer: { personId, tokenId, sessionId, name: insider.name, answersAs: seenAs, vouchingIds },
    requestId,
    now: now(),
  }
}

async function findTouchable(directory: OrganizationDirectory, guestId: PersonId): Promise<Person> {
  try {
    return await requireTouchable(directory, guestId)
  } catch (error) {
    const isGone = error instanceof ProblemError && error.code === 'no-longer-here'
    throw isGone ? new ProblemError('guest-not-found') : error
  }
}
