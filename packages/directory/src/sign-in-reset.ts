import type { PersonId } from '@foyer/contracts/ids'
import type { Deadline } from './deadline.ts'
import type { ResetAttempt } from './graph-acts.ts'
import type { Redemption } from './redemption.ts'
import { retry, Unanswered } from './retry.ts'

/** Whose sign-in is set back, and with which address they redeem anew. */
export interface SignInReset {
  readonly guestId: PersonId
  readonly mail: string
  /** Where redemption ends. */
  readonly redirectUrl: string
}

/**
 * - `reset`: the same guest, with everything they had, redeems anew;
 * - `token-refused`: the token is not the operator's for this, or Graph does not accept it;
 * - `role-missing`: Graph does not let this operator do it;
 * - `address-taken`: somebody else in the directory has the address;
 * - `not-taken`: the directory says that nobody of this address can be invited.
 */
export type ResetOutcome =
  'reset' | 'token-refused' | 'role-missing' | 'address-taken' | 'not-taken'

/** What a person sends to set a sign-in back: Microsoft's mail is never asked for. */
export function resetBody({ guestId, mail, redirectUrl }: SignInReset): object {
  return {
    invitedUserEmailAddress: mail,
    inviteRedirectUrl: redirectUrl,
    sendInvitationMessage: false,
    resetRedemption: true,
    invitedUser: { id: guestId },
  }
}

/** Whether a request belongs to setting back the sign-in of this guest, and to nothing else. */
export function isResetOf(
  guestId: PersonId,
  method: string | undefined,
  path: string,
  body: unknown,
): boolean {
  const given = objectIn(body)
  if (!given) return false
  if (method === 'PATCH') {
    return path === `/v1.0/users/${guestId}` && Object.keys(given).join() === 'otherMails'
  }
  const wanted = Object.keys(resetBody({ guestId, mail: '', redirectUrl: '' }))
  return (
    method === 'POST' &&
    path === '/v1.0/invitations' &&
    Object.keys(given).every((key) => wanted.includes(key)) &&
    given['resetRedemption'] === true &&
    given['sendInvitationMessage'] === false &&
    (given['invitedUser'] as { id?: unknown } | undefined)?.id === guestId
  )
}

function objectIn(body: unknown): Record<string, unknown> | undefined {
  if (typeof body !== 'string') return undefined
  try {
    const given: unknown = JSON.parse(body)
    return typeof given === 'object' && given !== null
      ? (given as Record<string, unknown>)
      : undefined
  } catch {
    // What is no JSON resets nothing.
    return undefined
  }
}

/**
 * Sets a sign-in back. An attempt whose end nobody told is looked for first, and repeated only where
 * the directory shows none; done twice it is the same.
 *
 * @throws {DirectoryError} when it was not done, or nobody can tell.
 */
export async function resetOnce(
  deadline: Deadline,
  before: Redemption,
  attempt: () => Promise<ResetAttempt>,
  findRedemption: () => Promise<Redemption | undefined>,
): Promise<ResetOutcome> {
  return retry(deadline, async () => {
    const outcome = await attempt()
    if (!(outcome instanceof Unanswered)) return outcome
    const now = await findRedemption()
    return now && wasResetSince(now, pendingSince(before)) ? 'reset' : outcome
  })
}

/** Since when a guest has not redeemed, as the directory writes it; undefined for one who has. */
export function pendingSince({ isPending, changedAt = '' }: Redemption): string | undefined {
  return isPending ? changedAt : undefined
}

/**
 * Whether a sign-in was set back since it was found to be so. Of whoever had redeemed, that they have
 * not any more says enough; nobody states that their date changes too, so that of whoever had not, a date
 * that stayed tells nothing, and it is done again.
 */
export function wasResetSince(now: Redemption, pendingBefore: string | undefined): boolean {
  return now.isPending && pendingSince(now) !== pendingBefore
}
