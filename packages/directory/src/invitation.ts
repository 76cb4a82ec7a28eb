import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Deadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'
import type { InvitationAttempt } from './graph-acts.ts'
import { retry, Unanswered } from './retry.ts'

/** Whom an organization invites, and how. */
export interface GuestInvitation {
  readonly mail: string
  readonly name: string
  /** Where redemption ends. */
  readonly redirectUrl: string
  /** Who vouches for the guest from the beginning. */
  readonly sponsorId: PersonId
}

/**
 * `not-taken`: the directory says that nobody of this address can be invited. The address at which a
 * guest redeems is told once, by this answer, and belongs to their browser alone.
 */
export type Invited =
  { readonly guestId: PersonId; readonly redeemUrl: string } | { readonly notTaken: string }

/** What is read of the answer (Microsoft Graph, "Create invitation"). */
export const InvitationReply = Type.Object({
  inviteRedeemUrl: Type.String(),
  invitedUser: Type.Object({ id: Type.String() }),
})

/** Keys that an invitation of ours has: none resets a redemption, or makes a member. */
const ownKeys = new Set([
  'invitedUserEmailAddress',
  'invitedUserDisplayName',
  'inviteRedirectUrl',
  'invitedUserSponsors',
  'invitedUser',
  'sendInvitationMessage',
])

/** What is sent; an app has no message of its own, and Microsoft's mail is never asked for. */
export function invitationBody(
  { mail, name, redirectUrl, sponsorId }: GuestInvitation,
  knownAs: PersonId | undefined,
): object {
  return {
    invitedUserEmailAddress: mail,
    invitedUserDisplayName: name,
    inviteRedirectUrl: redirectUrl,
    sendInvitationMessage: false,
    invitedUserSponsors: [{ '@odata.type': '#microsoft.graph.user', id: sponsorId }],
    ...(knownAs ? { invitedUser: { id: knownAs } } : {}),
  }
}

/** Whether a body is one that the inviter sends: a guest is invited, and nothing else is done. */
export function isPlainInvitation(body: unknown): boolean {
  if (typeof body !== 'string') return false
  try {
    const given = JSON.parse(body) as Record<string, unknown> | null
    return (
      typeof given === 'object' &&
      given !== null &&
      Object.keys(given).every((key) => ownKeys.has(key)) &&
      given['sendInvitationMessage'] === false
    )
  } catch {
    // What is no JSON is no invitation.
    return false
  }
}

/**
 * Invites somebody. The same address again is the same guest with another address to redeem at; an
 * attempt whose end nobody told is repeated for the guest whom the directory has by then.
 *
 * @throws {DirectoryError} when it was not done, or nobody can tell.
 */
export async function inviteOnce(
  deadline: Deadline,
  attempt: (knownAs: PersonId | undefined) => Promise<InvitationAttempt>,
  findInvited: () => Promise<PersonId | undefined>,
): Promise<Invited> {
  let knownAs: PersonId | undefined
  return retry(deadline, async () => {
    const outcome = await attempt(knownAs)
    if (outcome instanceof Unanswered) knownAs = await findInvited()
    return outcome
  })
}

/**
 * The address at which a guest redeems, where it is one of Microsoft's own: a browser is sent there.
 *
 * @param origins of the sign-in service.
 * @throws {DirectoryError} for any other.
 */
export function requireRedeemUrl(url: string, origins: readonly string[]): string {
  const origin = URL.parse(url)?.origin
  if (origin !== undefined && [...origins, 'https://invitations.microsoft.com'].includes(origin)) {
    return url
  }
  throw new DirectoryError('directory-failed', { reason: 'foreign.link' })
}
