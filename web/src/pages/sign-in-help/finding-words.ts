import type { MessageDescriptor } from '@lingui/core'
import type { Finding, Party } from './finding.ts'

/** What is told of a finding. */
export interface FindingWords {
  readonly title: MessageDescriptor
  readonly lead: MessageDescriptor
  /** What whoever has to act does. */
  readonly act: MessageDescriptor
}

const nothingBroken: MessageDescriptor = /*i18n*/ {
  id: 'help.nothing-broken',
  message: 'Nothing is broken, and nothing was changed.',
}
const rulesOfTheirs: MessageDescriptor = /*i18n*/ {
  id: 'help.rules',
  message: 'It is a rule that it has made. You have done nothing wrong.',
}

const words: Readonly<Record<Finding, FindingWords>> = {
  'not-invited': {
    title: /*i18n*/ {
      id: 'help.not-invited',
      message: 'This account is not a guest there',
    },
    lead: /*i18n*/ {
      id: 'help.not-invited.lead',
      message:
        'Most often another account was invited. Nothing is broken, and nothing was changed.',
    },
    act: /*i18n*/ {
      id: 'help.not-invited.act',
      message:
        'Choose the account to which the invitation went. If it is this one, ask whoever invited you to do it again.',
    },
  },
  pending: {
    title: /*i18n*/ { id: 'help.pending', message: 'Your invitation is still open' },
    lead: /*i18n*/ {
      id: 'help.pending.lead',
      message: 'The organization has invited you, and waits for your yes.',
    },
    act: /*i18n*/ {
      id: 'help.pending.act',
      message: 'Open the link in the mail with the invitation, and accept it.',
    },
  },
  'begin-again': {
    title: /*i18n*/ { id: 'help.begin-again', message: 'Your invitation is accepted' },
    lead: /*i18n*/ {
      id: 'help.begin-again.lead',
      message: 'Only the way into the app was another one than it takes.',
    },
    act: /*i18n*/ {
      id: 'help.begin-again.act',
      message: 'Open the app anew, from its own address.',
    },
  },
  'home-forbids': {
    title: /*i18n*/ {
      id: 'help.home-forbids',
      message: 'Your own organization does not let you in there',
    },
    lead: rulesOfTheirs,
    act: /*i18n*/ {
      id: 'help.home-forbids.act',
      message:
        'Its administrators can change that in the cross-tenant access settings. Send them the message and the name of the organization that invited you.',
    },
  },
  'organization-forbids': {
    title: /*i18n*/ {
      id: 'help.organization-forbids',
      message: 'The organization takes no guests from yours',
    },
    lead: rulesOfTheirs,
    act: /*i18n*/ {
      id: 'help.organization-forbids.act',
      message:
        'Its administrators can change that in the cross-tenant access settings. Ask whoever invited you to pass the message on.',
    },
  },
  'account-kind': {
    title: /*i18n*/ { id: 'help.account-kind', message: 'This kind of account is not taken there' },
    lead: nothingBroken,
    act: /*i18n*/ {
      id: 'help.account-kind.act',
      message:
        'Use another account, or ask whoever invited you for an invitation to another address.',
    },
  },
  blocked: {
    title: /*i18n*/ { id: 'help.blocked', message: 'The organization has blocked you' },
    lead: /*i18n*/ {
      id: 'help.blocked.lead',
      message: 'Your account is there, and may not sign in.',
    },
    act: /*i18n*/ {
      id: 'help.blocked.act',
      message: 'Only it can end that. Ask whoever invited you.',
    },
  },
  'sign-in-anew': {
    title: /*i18n*/ { id: 'help.sign-in-anew', message: 'Your sign-in is over' },
    lead: /*i18n*/ {
      id: 'help.sign-in-anew.lead',
      message: 'It was too old, was used already, or was ended. Your access is as it was.',
    },
    act: /*i18n*/ { id: 'help.sign-in-anew.act', message: 'Sign in again.' },
  },
  'second-factor': {
    title: /*i18n*/ {
      id: 'help.second-factor',
      message: 'The organization asks for a second proof',
    },
    lead: /*i18n*/ {
      id: 'help.second-factor.lead',
      message: 'Beside the sign-in it wants to see by another way that it is you.',
    },
    act: /*i18n*/ {
      id: 'help.second-factor.act',
      message:
        'Sign in again, and follow the steps to their end. If you have lost your second proof, ask its help desk to set it up anew.',
    },
  },
  conditions: {
    title: /*i18n*/ {
      id: 'help.conditions',
      message: 'The organization lets in only certain devices, places or people',
    },
    lead: rulesOfTheirs,
    act: /*i18n*/ {
      id: 'help.conditions.act',
      message:
        'Its help desk can tell which. Give them the whole message, with its ids and its time.',
    },
  },
  'not-assigned': {
    title: /*i18n*/ {
      id: 'help.not-assigned',
      message: 'The organization has not given you this app',
    },
    lead: rulesOfTheirs,
    act: /*i18n*/ {
      id: 'help.not-assigned.act',
      message: 'An administrator has to assign it to you. Ask whoever invited you.',
    },
  },
  'one-more-step': {
    title: /*i18n*/ { id: 'help.one-more-step', message: 'A step is missing' },
    lead: /*i18n*/ {
      id: 'help.one-more-step.lead',
      message:
        'The organization wants terms accepted, or a check elsewhere passed, before you get in.',
    },
    act: /*i18n*/ {
      id: 'help.one-more-step.act',
      message: 'Sign in again, and go through each page to its end.',
    },
  },
  declined: {
    title: /*i18n*/ { id: 'help.declined', message: 'You have not agreed' },
    lead: /*i18n*/ {
      id: 'help.declined.lead',
      message: 'Microsoft asked for your consent, and the answer was no. Nothing was changed.',
    },
    act: /*i18n*/ {
      id: 'help.declined.act',
      message: 'If you want to get in, sign in again and agree.',
    },
  },
  approval: {
    title: /*i18n*/ { id: 'help.approval', message: 'An administrator has to agree first' },
    lead: rulesOfTheirs,
    act: /*i18n*/ {
      id: 'help.approval.act',
      message: 'An administrator there has to approve the app. Ask whoever invited you.',
    },
  },
  'not-connected': {
    title: /*i18n*/ { id: 'help.not-connected', message: 'The organization does not use Foyer' },
    lead: /*i18n*/ {
      id: 'help.not-connected.lead',
      message:
        'Foyer can show nothing there. Microsoft’s own page for your organizations is at myaccount.microsoft.com/organizations.',
    },
    act: /*i18n*/ {
      id: 'help.not-connected.act',
      message: 'If it should, its administrators have to connect it.',
    },
  },
  address: {
    title: /*i18n*/ { id: 'help.address', message: 'Microsoft knows no such organization' },
    lead: nothingBroken,
    act: /*i18n*/ {
      id: 'help.address.act',
      message: 'Look how it is written, or ask whoever invited you for a new link.',
    },
  },
  busy: {
    title: /*i18n*/ { id: 'help.busy', message: 'Microsoft has too much to do just now' },
    lead: nothingBroken,
    act: /*i18n*/ { id: 'help.busy.act', message: 'Wait for some minutes, and try again.' },
  },
  locked: {
    title: /*i18n*/ { id: 'help.locked', message: 'Your account is locked for now' },
    lead: /*i18n*/ {
      id: 'help.locked.lead',
      message: 'A wrong password was typed too often, by you or by somebody else.',
    },
    act: /*i18n*/ {
      id: 'help.locked.act',
      message: 'In some minutes it opens by itself. If it does not, ask the help desk there.',
    },
  },
  site: {
    title: /*i18n*/ { id: 'help.site', message: 'Something is wrong with the site' },
    lead: /*i18n*/ {
      id: 'help.site.lead',
      message: 'You have done nothing wrong, and can change nothing.',
    },
    act: /*i18n*/ { id: 'help.site.act', message: 'They have to mend it. Send them the message.' },
  },
  unknown: {
    title: /*i18n*/ { id: 'help.unknown', message: 'Foyer does not know this message' },
    lead: /*i18n*/ {
      id: 'help.unknown.lead',
      message: 'It is none of those that guests usually meet, and Foyer does not guess.',
    },
    act: /*i18n*/ {
      id: 'help.unknown.act',
      message:
        'Look the code up at login.microsoftonline.com/error, or give the whole message to a help desk.',
    },
  },
}

export function wordsOf(finding: Finding): FindingWords {
  return words[finding]
}

/** By which a party knows that it is meant. */
export const partyNames: Readonly<Record<Party, MessageDescriptor>> = {
  you: /*i18n*/ { id: 'help.party.you', message: 'You' },
  home: /*i18n*/ { id: 'help.party.home', message: 'Your own organization' },
  organization: /*i18n*/ {
    id: 'help.party.organization',
    message: 'The organization that invited you',
  },
  site: /*i18n*/ { id: 'help.party.site', message: 'Those who run the site' },
}

/** What is told of a party that need not act. */
export const needNot: Readonly<Record<Party, MessageDescriptor>> = {
  you: /*i18n*/ { id: 'help.need-not.you', message: 'There is nothing that you could do better.' },
  home: /*i18n*/ { id: 'help.need-not.home', message: 'No approval is missing there.' },
  organization: /*i18n*/ {
    id: 'help.need-not.organization',
    message: 'Nothing has to change there.',
  },
  site: /*i18n*/ { id: 'help.need-not.site', message: 'Nothing has to change there.' },
}
