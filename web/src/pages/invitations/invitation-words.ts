import type { Invitation } from '@foyer/contracts/invitation'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatDay } from '../../language/dates.ts'

/** How it stands with an invitation, in a sentence. */
export function tellStanding(i18n: I18n, invitation: Invitation): MessageDescriptor {
  const { state, mailedAt, mailRefusedAt, openedAt, acceptedAt, redeemedAt, endedAt } = invitation
  const day = (at: string | undefined) => (at === undefined ? '' : formatDay(i18n, at))
  const openUntil = day(invitation.openUntil)
  switch (state) {
    case 'open':
      if (mailRefusedAt !== undefined) {
        return /*i18n*/ {
          id: 'invitations.standing.refused',
          message:
            'On {refusedOn} the mail server of this address said that it takes no mail for it. Look whether the address is right: if not, withdraw this and invite the right one; if it is, ask them and send it again.',
          values: { refusedOn: day(mailRefusedAt) },
        }
      }
      if (mailedAt === undefined) {
        return /*i18n*/ {
          id: 'invitations.standing.unsent',
          message: 'The mail has not left yet. Open until {openUntil}.',
          values: { openUntil },
        }
      }
      return openedAt === undefined
        ? /*i18n*/ {
            id: 'invitations.standing.mailed',
            message: 'The mail left on {mailedOn} and was not opened yet. Open until {openUntil}.',
            values: { mailedOn: day(mailedAt), openUntil },
          }
        : /*i18n*/ {
            id: 'invitations.standing.opened',
            message:
              'The link was first opened on {openedOn}, perhaps by a mail scanner, and not answered. Open until {openUntil}.',
            values: { openedOn: day(openedAt), openUntil },
          }
    case 'accepting':
      return /*i18n*/ {
        id: 'invitations.standing.accepting',
        message: 'Accepted just now: the directory is being asked.',
      }
    case 'accepted':
      return /*i18n*/ {
        id: 'invitations.standing.accepted',
        message:
          'Accepted on {acceptedOn}. They are a guest, and have not come through Microsoft’s pages yet. To send it again gives them a new link.',
        values: { acceptedOn: day(acceptedAt) },
      }
    case 'redeemed':
      return /*i18n*/ {
        id: 'invitations.standing.redeemed',
        message: 'They are a guest since {redeemedOn}.',
        values: { redeemedOn: day(redeemedAt ?? acceptedAt) },
      }
    case 'held':
      if (invitation.because === 'move-stopped') {
        return /*i18n*/ {
          id: 'invitations.standing.move-stopped',
          message:
            'The old account, or an operator, stopped that this one takes its place. It has nothing of the old one: ask them whether it was them, and end the access if it was not.',
        }
      }
      return /*i18n*/ {
        id: 'invitations.standing.held',
        message:
          'Accepted with another kind of account than was expected. They are a guest, in no group: ask them whether it was them, before anybody adds them.',
      }
    case 'declined':
      return /*i18n*/ {
        id: 'invitations.standing.declined',
        message: 'Declined on {endedOn}. They can take that back for a while.',
        values: { endedOn: day(endedAt) },
      }
    case 'not-theirs':
      return /*i18n*/ {
        id: 'invitations.standing.not-theirs',
        message:
          'On {endedOn} whoever has the address said that it is not for them. Ask the person for the right one.',
        values: { endedOn: day(endedAt) },
      }
    case 'withdrawn':
      return /*i18n*/ {
        id: 'invitations.standing.withdrawn',
        message: 'Withdrawn on {endedOn}. Nobody has become a guest by it.',
        values: { endedOn: day(endedAt) },
      }
    case 'expired':
      return /*i18n*/ {
        id: 'invitations.standing.expired',
        message: 'Nobody answered until {endedOn}. Nobody has become a guest by it.',
        values: { endedOn: day(endedAt ?? invitation.openUntil) },
      }
  }
}

const refusals: Partial<Record<string, MessageDescriptor>> = {
  'inviting-not-allowed': /*i18n*/ {
    id: 'invitations.because.rule',
    message: 'They tried to accept, and whoever invited may not invite guests any more.',
  },
  'known-already': /*i18n*/ {
    id: 'invitations.because.known',
    message: 'They tried to accept, and the directory knows somebody of this address meanwhile.',
  },
  'invitation-not-taken': /*i18n*/ {
    id: 'invitations.because.not-taken',
    message:
      'They tried to accept, and the directory did not take the address: a list of domains or a contact of this address may be in the way. An administrator can tell.',
  },
}

/** Why the directory did not take it when somebody accepted last. */
export function tellBecause(code: string | undefined): MessageDescriptor | undefined {
  if (code === undefined) return undefined
  return (
    refusals[code] ?? /*i18n*/ {
      id: 'invitations.because.trouble',
      message: 'They tried to accept, and the directory did not answer. They can try again.',
    }
  )
}
