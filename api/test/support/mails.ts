import type { MailContent } from '../../src/mail/content.ts'

const leavingId = '1eaf0000-0000-4000-8000-000000000001'

/** One mail of each kind, as the cast would get it. */
export const mails = {
  'left-organization': {
    template: 'left-organization',
    name: 'Grace Adeyemi',
    organization: 'Contoso',
    leftAt: '2026-11-25T19:30:08Z',
    restorableUntil: '2026-12-25T19:30:08Z',
    groupCount: 7,
    leavingId,
  },
  'left-group': {
    template: 'left-group',
    name: 'Omar Haddad',
    organization: 'Contoso',
    group: 'Tender 2026',
    leftAt: '2026-11-25T19:30:08Z',
    leavingId,
  },
  'leaving-refused': {
    template: 'leaving-ended',
    name: 'Mei Tanaka',
    organization: 'Fabrikam',
    group: 'Harbour Drawings',
    outcome: 'refused',
    because: 'last-owner',
    leavingId,
  },
  'leaving-given-up': {
    template: 'leaving-ended',
    name: 'Grace Adeyemi',
    organization: 'Woodgrove Bank',
    outcome: 'failed',
    because: 'directory-timeout',
    leavingId,
  },
  'guest-left': {
    template: 'guest-left',
    name: 'Sam Okafor',
    guest: 'Grace Adeyemi',
    organization: 'Contoso',
    leftAt: '2026-11-25T19:30:08Z',
    restorableUntil: '2026-12-25T19:30:08Z',
  },
} as const satisfies Readonly<Record<string, MailContent>>
