import type { InvitationLanguage } from '@foyer/contracts/invitation'
import type { OpenedInvitation } from '@foyer/contracts/invitation-link'
import type { SignsInWith } from '@foyer/contracts/me'
import {
  type GuestAccess,
  guestAccessOf,
  visibilityOfGroups,
} from '@foyer/lifecycle/group-visibility'
import { maskAddress } from '@foyer/lifecycle/invitation'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import { takeBackUntil } from './answer.ts'
import {
  changeInvitation,
  findInvitation,
  readInvitationWords,
  stateAt,
  type ToldInvitation,
} from './invitation.ts'

/** How often one mail leads to Microsoft: for who got stuck there, and for no more than that. */
export const mostRedirects = 3

/**
 * What whoever holds the link may read. That it was opened is noted once; nothing is used up by it.
 *
 * @throws {ProblemError} `invitation-link-not-found` once it is erased.
 */
export async function openInvitation(
  transaction: Transaction<Tables>,
  connected: ConnectedOrganization,
  invitationId: string,
  now: Date,
): Promise<OpenedInvitation> {
  const row = await findInvitation(transaction, invitationId)
  const words = row && (await readInvitationWords(transaction, row))
  if (!row || !words) throw new ProblemError('invitation-link-not-found')
  if (!row.openedAt) await changeInvitation(transaction, row, { openedAt: now })
  const profile = await transaction.selectFrom('organizationProfile').selectAll().executeTakeFirst()
  const access = guestAccessOf({
    read: (profile?.guestAccess ?? undefined) as GuestAccess | undefined,
    declared: connected.guestAccess,
  })
  const state = stateAt(row, now)
  const until = takeBackUntil({ row })
  const isTold = ['open', 'accepting', 'accepted'].includes(state) || (until && until > now)
  const endedAt = row.endedAt ?? (state === 'expired' ? row.expiresAt : undefined)
  return {
    state,
    organization: {
      slug: connected.slug,
      name: words.organization,
      domain: connected.domains[0] ?? '',
      ...(profile?.privacyContact ? { privacyContact: profile.privacyContact } : {}),
      ...(profile?.privacyStatementUrl ? { privacyStatementUrl: profile.privacyStatementUrl } : {}),
    },
    language: row.language as InvitationLanguage,
    openUntil: row.expiresAt.toISOString(),
    ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
    ...(until && until > now ? { takeBackUntil: until.toISOString() } : {}),
    ...(isTold ? { offer: offerOf({ row, words }, access) } : {}),
  }
}

function offerOf(
  { row, words }: ToldInvitation,
  access: GuestAccess,
): NonNullable<OpenedInvitation['offer']> {
  return {
    name: words.name,
    purpose: words.purpose,
    ...(words.message === undefined ? {} : { message: words.message }),
    invitedBy: words.invitedBy,
    sponsor: words.sponsor,
    invitedAt: row.invitedAt.toISOString(),
    endsOn: row.endsOn,
    // Whoever holds a link is no guest yet: where guests see no names, they do not either.
    groups:
      visibilityOfGroups('guest', access) === 'names' ? words.groups.map(({ name }) => name) : [],
    groupCount: words.groups.length,
    maskedMail: maskAddress(words.mail),
    expected: row.expected as SignsInWith,
    code: words.code,
    attemptsLeft: Math.max(0, mostRedirects - row.redirects),
  }
}
