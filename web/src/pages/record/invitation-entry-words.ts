import type { Act, Outcome } from '@foyer/contracts/journal'
import type { MessageDescriptor } from '@lingui/core'
import type { EntryValues } from './entry-values.ts'

type InvitationAct = Extract<
  Act,
  | 'invite'
  | 'resend-invitation'
  | 'withdraw-invitation'
  | 'accept-invitation'
  | 'decline-invitation'
  | 'take-back-decline'
  | 'disown-invitation'
  | 'expire-invitation'
  | 'redeem-invitation'
  | 'confirm-redeemer'
  | 'delegate-inviting'
  | 'end-delegation'
  | 'keep-template'
  | 'remove-template'
  | 'invite-by-file'
  | 'stop-invitation-file'
>

/** What became of an invitation. A guest’s own record begins when they accepted. */
export const invitationSentences: Record<
  InvitationAct,
  (outcome: Outcome, values: EntryValues) => MessageDescriptor
> = {
  invite: (_, values) => {
    return /*i18n*/ {
      id: 'record.invite',
      message: 'Somebody at {organization} invited you.',
      values,
    }
  },
  'resend-invitation': (_, values) => {
    return /*i18n*/ {
      id: 'record.resend-invitation',
      message: 'The invitation of {organization} was sent again.',
      values,
    }
  },
  'withdraw-invitation': (_, values) => {
    return /*i18n*/ {
      id: 'record.withdraw-invitation',
      message: '{organization} took its invitation back.',
      values,
    }
  },
  'accept-invitation': (outcome, values) => {
    return outcome === 'done'
      ? /*i18n*/ {
          id: 'record.accept-invitation',
          message: 'You accepted the invitation of {organization}.',
          values,
        }
      : /*i18n*/ {
          id: 'record.accept-invitation.refused',
          message: 'The invitation of {organization} was accepted, and the directory took nobody.',
          values,
        }
  },
  'decline-invitation': (_, values) => {
    return /*i18n*/ {
      id: 'record.decline-invitation',
      message: 'The invitation of {organization} was declined.',
      values,
    }
  },
  'take-back-decline': (_, values) => {
    return /*i18n*/ {
      id: 'record.take-back-decline',
      message: 'That the invitation of {organization} was declined was taken back.',
      values,
    }
  },
  'disown-invitation': (_, values) => {
    return /*i18n*/ {
      id: 'record.disown-invitation',
      message: 'Somebody said that the invitation of {organization} is not for them.',
      values,
    }
  },
  'expire-invitation': (_, values) => {
    return /*i18n*/ {
      id: 'record.expire-invitation',
      message: 'The invitation of {organization} ended without an answer.',
      values,
    }
  },
  'confirm-redeemer': (_, values) => {
    return /*i18n*/ {
      id: 'record.confirm-redeemer',
      message: 'Somebody at {organization} said that it was you who took up the invitation.',
      values,
    }
  },
  // About nobody who is a guest: a guest’s own record has none.
  'delegate-inviting': (_, values) => {
    return /*i18n*/ {
      id: 'record.delegate-inviting',
      message: '{organization} let somebody invite guests.',
      values,
    }
  },
  'end-delegation': (_, values) => {
    return /*i18n*/ {
      id: 'record.end-delegation',
      message: '{organization} lets somebody invite guests no more.',
      values,
    }
  },
  'keep-template': (_, values) => {
    return /*i18n*/ {
      id: 'record.keep-template',
      message: '{organization} wrote a template for invitations.',
      values,
    }
  },
  'remove-template': (_, values) => {
    return /*i18n*/ {
      id: 'record.remove-template',
      message: '{organization} removed a template for invitations.',
      values,
    }
  },
  'invite-by-file': (_, values) => {
    return /*i18n*/ {
      id: 'record.invite-by-file',
      message: '{organization} invited guests by a file.',
      values,
    }
  },
  'stop-invitation-file': (_, values) => {
    return /*i18n*/ {
      id: 'record.stop-invitation-file',
      message: '{organization} stopped inviting guests by a file.',
      values,
    }
  },
  'redeem-invitation': (outcome, values) => {
    return outcome === 'done'
      ? /*i18n*/ {
          id: 'record.redeem-invitation',
          message: 'You became a guest of {organization}, with the groups you were invited to.',
          values,
        }
      : /*i18n*/ {
          id: 'record.redeem-invitation.refused',
          message:
            'You became a guest of {organization} with another account than was expected, and were brought into no group.',
          values,
        }
  },
}
