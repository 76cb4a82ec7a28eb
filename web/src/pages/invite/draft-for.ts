import type { GuestDetail } from '@foyer/contracts/guest'
import type { I18n } from '@lingui/core'
import type { Draft } from './draft.ts'

/** What is known already of somebody who has another address now. */
export function draftFor(
  i18n: I18n,
  { guestId, name, end, seenAs, sponsors }: GuestDetail,
): Partial<Draft> {
  const sponsor = sponsors.find(({ kind, mail }) => kind === 'person' && mail !== undefined)
  return {
    movesFrom: guestId,
    name,
    purpose: i18n._(
      /*i18n*/ { id: 'invite.moved.purpose', message: 'In the place of my old account' },
    ),
    endsOn: end?.on ?? '',
    // Whoever vouched goes on, also where an operator invites.
    ...(seenAs === 'operator' && sponsor?.mail !== undefined ? { sponsorMail: sponsor.mail } : {}),
  }
}
