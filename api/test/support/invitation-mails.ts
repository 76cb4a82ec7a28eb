import type { MailContent } from '../../src/mail/content.ts'

const invitationId = '1eaf0000-0000-4000-8000-000000000009'
const news = {
  template: 'invitation-news',
  name: 'Sam Okafor',
  guest: 'Mei Tanaka',
  organization: 'Contoso',
  slug: 'contoso',
} as const

/** One of each mail about an invitation. */
export const invitationMails = {
  invitation: {
    template: 'invitation',
    name: 'Mei Tanaka',
    organization: 'Contoso',
    slug: 'contoso',
    by: 'Sam Okafor',
    sponsor: 'Noor Rahman',
    purpose: 'Winter tender 2026/27',
    message: 'You need the specification and the list of questions. See you on the first call, Sam',
    accessUntil: '2027-06-30',
    openUntil: '2026-12-09T09:00:00Z',
    code: '482913',
    invitationId,
  },
  'invitation-without-message': {
    template: 'invitation',
    name: 'Mei Tanaka',
    organization: 'Contoso',
    slug: 'contoso',
    by: 'Sam Okafor',
    sponsor: 'Sam Okafor',
    purpose: 'Winter tender 2026/27',
    accessUntil: '2027-06-30',
    openUntil: '2026-12-09T09:00:00Z',
    code: '482913',
    invitationId,
  },
  'invitation-reminder': {
    template: 'invitation-reminder',
    name: 'Mei Tanaka',
    organization: 'Contoso',
    by: 'Sam Okafor',
    purpose: 'Winter tender 2026/27',
    openUntil: '2026-12-09T09:00:00Z',
    isAccepted: false,
    code: '482913',
    invitationId,
  },
  'invitation-reminder-accepted': {
    template: 'invitation-reminder',
    name: 'Mei Tanaka',
    organization: 'Contoso',
    by: 'Sam Okafor',
    purpose: 'Winter tender 2026/27',
    openUntil: '2026-12-09T09:00:00Z',
    isAccepted: true,
    code: '482913',
    invitationId,
  },
  'invitation-accepted': { ...news, outcome: 'accepted' },
  'invitation-redeemed': { ...news, outcome: 'redeemed' },
  'invitation-held': { ...news, outcome: 'held' },
  'invitation-declined': {
    ...news,
    outcome: 'declined',
    reason: 'I have changed jobs, and somebody else does this now.',
  },
  'invitation-not-theirs': { ...news, outcome: 'not-theirs' },
  'invitation-expired': { ...news, outcome: 'expired' },
} as const satisfies Readonly<Record<string, MailContent>>
