import { randomInt, randomUUID } from 'node:crypto'
import type { GroupId } from '@foyer/contracts/ids'
import type { NewInvitation } from '@foyer/contracts/invitation'
import type { DirectoryGroup } from '@foyer/directory/group'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { type Day, dayOf } from '@foyer/lifecycle/calendar'
import {
  isInvitableAddress,
  isPlainText,
  latestInvitedEnd,
  takesGuestsOf,
} from '@foyer/lifecycle/invitation'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Deciding } from '../guests/decide.ts'
import { ProblemError } from '../http/problem-error.ts'
import { requireDay } from '../http/require-day.ts'
import { beginMove } from '../moves/begin.ts'
import { findInForce, type InForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import { requireSuccessor } from '../successions/open.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { isOwnDomain, offerEndsAt } from './check.ts'
import { requireRoomToday } from './day-cap.ts'
import { endExpired } from './expire.ts'
import { findInvitable } from './invitable-groups.ts'
import {
  addInvitation,
  findInvitation,
  hashOfAddress,
  type InvitationRow,
  type NamedInsider,
} from './invitation.ts'
import { expectAccount, findAddressed } from './look-up.ts'
import { mayInviteNow } from './may-invite.ts'
import { watchOffer } from './step-kinds.ts'
import { mailInvitation } from './tell.ts'
import { writeDownInvitation } from './write-down.ts'

type InvitingCaller = Pick<
  CallerIdentity,
  'organizationId' | 'personId' | 'isOperator' | 'tokenId' | 'sessionId'
>

/** Who invites whom, after everything that has to be asked live was asked. */
export interface Inviting {
  readonly connected: ConnectedOrganization
  readonly caller: InvitingCaller
  readonly inviter: Person
  readonly sponsor: Person
  readonly organization: string
  readonly wanted: NewInvitation
  readonly groups: readonly DirectoryGroup[]
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
  /** Of one that had its id before it was sent. */
  readonly invitationId?: string
  /** Of one for somebody who has another address now: the old account, about which the caller decides. */
  readonly moving?: Deciding
}

/**
 * Asks everything live that an invitation rests on. It is asked again when somebody accepts.
 *
 * @throws {ProblemError} with the reason why it is not sent.
 * @throws {DirectoryError}
 */
export async function prepareInviting(
  directory: OrganizationDirectory,
  setting: Pick<Inviting, 'connected' | 'caller' | 'requestId' | 'now'> & {
    readonly inviter: Person
    readonly isDelegated: boolean
    readonly wanted: NewInvitation
    readonly moving?: Deciding | undefined
  },
): Promise<Inviting> {
  const { connected, caller, inviter } = setting
  const wanted = requirePlain(setting.wanted)
  const isPossible = isInvitableAddress(wanted.mail) && !isOwnDomain(connected.domains, wanted.mail)
  if (!isPossible) throw new ProblemError('address-not-possible')
  // What follows is asked once the new account is there.
  if (setting.moving && wanted.groupIds.length > 0) throw new ProblemError('group-not-invitable')
  const groupIds = wanted.groupIds.map((id) => id.toLowerCase() as GroupId)
  const [isAllowed, domains, addressed, groups, sponsor, { name }] = await Promise.all([
    mayInviteNow(directory, inviter, setting.isDelegated),
    directory.findGuestDomains(),
    findAddressed(directory, wanted.mail),
    findInvitable(directory, groupIds, caller),
    wanted.sponsorMail === undefined
      ? inviter
      : requireSuccessor(directory, wanted.sponsorMail, []),
    directory.getOrganization(),
  ])
  if (!isAllowed || !connected.identities.inviter) throw new ProblemError('inviting-not-allowed')
  if (domains && !takesGuestsOf(domains, wanted.mail)) throw new ProblemError('domain-not-taken')
  if (addressed) throw new ProblemError('known-already')
  if (groups.length < new Set(groupIds).size) throw new ProblemError('group-not-invitable')
  const organization = name || connected.name
  const { moving, ...rest } = setting
  return { ...rest, ...(moving ? { moving } : {}), wanted, sponsor, groups, organization }
}

/** @throws {ProblemError} for words that hold what is no plain text. */
export function requirePlain<Wanted extends Pick<NewInvitation, 'name' | 'purpose' | 'message'>>(
  wanted: Wanted,
): Wanted {
  const { name, purpose, message } = wanted
  const isPlain =
    [name, purpose].every((text) => isPlainText(text, { mayBreak: false }) && text.trim() !== '') &&
    (message === undefined || isPlainText(message, { mayBreak: true }))
  if (!isPlain) throw new ProblemError('invitation-words-not-plain')
  return { ...wanted, name: name.trim(), purpose: purpose.trim() }
}

/**
 * Keeps an invitation and has it mailed. The directory is told nothing.
 *
 * @throws {ProblemError} with the reason why it is not sent.
 */
export async function invite(
  transaction: Transaction<Tables>,
  inviting: Inviting,
): Promise<InvitationRow> {
  const { connected, caller, inviter, sponsor, organization, wanted, groups, now } = inviting
  const { organizationId } = connected
  const inForce = await findInForce(transaction, now)
  const endsOn = requireEnd(inForce, wanted.endsOn, now)
  await requireRoomToday(transaction, caller, now)
  const mailHash = hashOfAddress(organizationId, wanted.mail)
  await endExpired(transaction, connected, { mailHash, now })
  const { invitationId = randomUUID() } = inviting
  const words = {
    mail: wanted.mail,
    name: wanted.name,
    purpose: wanted.purpose,
    ...(wanted.message === undefined ? {} : { message: wanted.message }),
    organization,
    invitedBy: namedInsider(inviter),
    sponsor: namedInsider(sponsor),
    groups: groups.map(({ groupId, name }) => ({ groupId, name })),
    code: String(randomInt(1_000_000)).padStart(6, '0'),
  }
  const isNew = await addInvitation(
    transaction,
    {
      organizationId,
      invitationId,
      invitedAt: now,
      invitedBy: inviter.personId,
      invitedAs: caller.isOperator ? 'operator' : 'sponsor',
      requestId: inviting.requestId,
      sponsorId: sponsor.personId,
      language: wanted.language,
      endsOn,
      groupIds: groups.map(({ groupId }) => groupId),
      expected: await expectAccount(transaction, wanted.mail),
      expiresAt: offerEndsAt(inForce, now),
      mailHash,
    },
    words,
  )
  const row = isNew && (await findInvitation(transaction, invitationId))
  if (!row) throw new ProblemError('invited-already')
  const { moving } = inviting
  if (moving)
    await beginMove(transaction, moving, { invitation: row, mail: wanted.mail, connected })
  await mailInvitation(transaction, { row, words }, { connected, at: now })
  await watchOffer(transaction, row)
  await writeDownInvitation(
    transaction,
    { row, words },
    {
      act: 'invite',
      outcome: 'asked',
      actor: {
        kind: caller.isOperator ? 'operator' : 'sponsor',
        id: inviter.personId,
        name: inviter.name,
      },
      requestId: inviting.requestId,
      tokenId: caller.tokenId,
      sessionId: caller.sessionId,
      facts: { endsOn, groups: row.groupIds, sponsor: sponsor.personId },
      at: now,
    },
  )
  return row
}

/**
 * The day until which somebody may be invited.
 *
 * @throws {ProblemError} for one that is over, or later than the organization allows.
 */
export function requireEnd(inForce: InForce | undefined, text: string, now: Date): Day {
  const day = requireDay(text)
  if (day <= (inForce?.today ?? dayOf(now, 'UTC'))) throw new ProblemError('end-in-the-past')
  if (inForce && day > latestInvitedEnd(inForce.kept.policy, inForce.today)) {
    throw new ProblemError('end-over-the-cap')
  }
  return day
}

function namedInsider({ name, mail }: Person): NamedInsider {
  return { name, ...(mail === undefined ? {} : { mail }) }
}
