import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import type { InvitationRow } from './invitation.ts'

/** What a directory has made, it does not show everywhere at once. */
const replicationMs = 30 * 60_000

/** Whether a guest was made so long ago that one who is not there is gone. */
export function isLongKnown(
  { guestId, acceptedAt }: Pick<InvitationRow, 'guestId' | 'acceptedAt'>,
  now: Date,
): boolean {
  return (
    guestId !== null && acceptedAt !== null && now.getTime() - acceptedAt.getTime() > replicationMs
  )
}

/** How far the clocks of a directory and of Foyer may differ. */
const skewMs = 5 * 60_000

/**
 * The guest that an invitation has made, as the directory says now. One that appeared by an attempt of
 * ours whose answer was lost is ours, if they have not come from elsewhere since.
 *
 * @returns `other` where the address is that of a guest whom somebody else has invited.
 * @throws {DirectoryError}
 */
export async function findOwnGuest(
  directory: OrganizationDirectory,
  { guestId, attemptedAt }: Pick<InvitationRow, 'guestId' | 'attemptedAt'>,
  mail: string,
): Promise<Person | 'other' | undefined> {
  if (guestId) return directory.findPerson(guestId)
  const [found] = await directory.findGuestsByAddress(mail)
  if (!found) return undefined
  const { isRedeemed, since } = found.person
  const isByAttempt =
    attemptedAt !== null &&
    isRedeemed === false &&
    since !== undefined &&
    new Date(since).getTime() >= attemptedAt.getTime() - skewMs
  return isByAttempt ? found.person : 'other'
}
