import type {
  ExpectedAccount,
  InvitationFinding,
  InvitationReason,
} from '@foyer/contracts/invitation-check'
import type { MessageDescriptor } from '@lingui/core'

/** What each reason is about. */
const reasons: Record<InvitationReason, MessageDescriptor> = {
  'rule-for-inviting': /*i18n*/ {
    id: 'invite.reason.rule',
    message: '{organization} does not let you invite guests. An administrator decides who may.',
  },
  'rule-for-apps': /*i18n*/ {
    id: 'invite.reason.apps',
    message:
      'Only some people may invite here, and Foyer invites as an app: Microsoft may refuse it when they accept.',
  },
  'address-not-taken': /*i18n*/ {
    id: 'invite.reason.address',
    message: 'Microsoft takes no such address. Look whether it is typed rightly.',
  },
  'own-domain': /*i18n*/ {
    id: 'invite.reason.own-domain',
    message: 'This is an address of {organization} itself, whose people are no guests.',
  },
  'domain-lists': /*i18n*/ {
    id: 'invite.reason.lists',
    message: 'Lists of domains from which guests come, or do not',
  },
  'cross-tenant-settings': /*i18n*/ {
    id: 'invite.reason.cross-tenant',
    message: 'Settings about other organizations, here and at theirs',
  },
  'contact-of-this-address': /*i18n*/ {
    id: 'invite.reason.contact',
    message: 'Whether a contact has this address and is in the way',
  },
  'known-address': /*i18n*/ {
    id: 'invite.reason.known',
    message: 'Somebody at {organization} has this address already.',
  },
  'invited-already': /*i18n*/ {
    id: 'invite.reason.invited',
    message: 'Whoever has this address has an open invitation. It can be sent again.',
  },
  'removed-guest': /*i18n*/ {
    id: 'invite.reason.removed',
    message:
      'A guest of this address was removed and can be restored, with their groups. That comes before a new invitation.',
  },
  'unknown-account': /*i18n*/ {
    id: 'invite.reason.unknown-account',
    message:
      'Whether they have two accounts of this address, or want no invitations from Microsoft',
  },
}

const notOfTheLists: MessageDescriptor = /*i18n*/ {
  id: 'invite.reason.lists.fail',
  message:
    '{organization} takes no guests of this domain. Its administrators keep the lists of domains.',
}

export function tellReason(
  { reason, verdict }: InvitationFinding,
  organization: string,
): MessageDescriptor {
  const isNotTaken = reason === 'domain-lists' && verdict === 'will-fail'
  return { ...(isNotTaken ? notOfTheLists : reasons[reason]), values: { organization } }
}

/** What will happen when they open it, as far as it can be told. */
export function tellExpected({ signsInWith }: ExpectedAccount): MessageDescriptor {
  switch (signsInWith) {
    case 'work-account':
      return /*i18n*/ {
        id: 'invite.expected.work',
        message: 'They sign in with their account at work or school.',
      }
    case 'microsoft-account':
      return /*i18n*/ {
        id: 'invite.expected.microsoft',
        message: 'They sign in with their personal Microsoft account.',
      }
    case 'google':
      return /*i18n*/ { id: 'invite.expected.google', message: 'They sign in at Google.' }
    case 'federation':
      return /*i18n*/ {
        id: 'invite.expected.federation',
        message: 'They sign in on the page of their own organization.',
      }
    case 'mail-code':
      return /*i18n*/ {
        id: 'invite.expected.mail-code',
        message: 'Microsoft mails them a code each time they sign in.',
      }
    case 'unknown':
      return /*i18n*/ {
        id: 'invite.expected.unknown',
        message:
          'Microsoft finds out when they open it: an account at work or school comes first, then a personal or a Google one, and else a code by mail.',
      }
  }
}
