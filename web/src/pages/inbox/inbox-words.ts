import type { MyInvitation } from '@foyer/contracts/my-invitation'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatDay } from '../../language/dates.ts'

/** What waits for whom. */
export function tellWaiting(
  i18n: I18n,
  { state, openUntil, invitedBy }: MyInvitation,
): MessageDescriptor {
  const inviter = invitedBy.name
  const day = formatDay(i18n, openUntil)
  switch (state) {
    case 'open':
      return /*i18n*/ {
        id: 'inbox.waiting.open',
        message:
          'It waits for you until {day}. The link in the mail opens it; only whoever has it can accept.',
        values: { day },
      }
    case 'accepting':
    case 'accepted':
      return /*i18n*/ {
        id: 'inbox.waiting.accepted',
        message:
          'You have accepted. Foyer looks every few minutes whether Microsoft is done, and then brings you into your groups. If Microsoft stopped you, the link leads there once more.',
      }
    case 'held':
      return /*i18n*/ {
        id: 'inbox.waiting.held',
        message:
          'You came with another kind of account than {inviter} expected, so you are in no group yet. {inviter} was asked whether it is you, and decides.',
        values: { inviter },
      }
  }
}
