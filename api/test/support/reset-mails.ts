import type { MailContent } from '../../src/mail/content.ts'

const resetId = '5e500000-0000-4000-8000-000000000001'
const guest = { name: 'Omar Haddad', organization: 'Contoso' } as const
const asked = {
  ...guest,
  template: 'reset-asked',
  by: 'Ada Lindqvist',
  reason: 'His old mailbox is closed on Friday',
  to: 'omar@haddad.example',
  isSameAddress: false,
  lapsesAt: '2026-12-09T09:00:00Z',
  resetId,
} as const
const waits = {
  ...guest,
  template: 'reset-waits',
  to: 'omar@haddad.example',
  isSameAddress: false,
  opensAt: '2026-11-28T09:00:00Z',
  resetId,
} as const
const done = {
  ...guest,
  template: 'reset-done',
  slug: 'contoso',
  to: 'omar@haddad.example',
  isReader: true,
} as const
const news = {
  template: 'reset-news',
  name: 'Jonas Weber',
  guest: 'Omar Haddad',
  guestId: '1eaf0000-0000-4000-8000-000000000002',
  organization: 'Contoso',
  slug: 'contoso',
} as const

/** One mail of each kind about setting back a sign-in. */
export const resetMails = {
  'reset-asked': asked,
  'reset-asked-same': { ...asked, to: 'omar@outlook.example', isSameAddress: true },
  'reset-waits': waits,
  'reset-waits-same': { ...waits, to: 'omar@outlook.example', isSameAddress: true },
  'reset-done': done,
  'reset-done-old': { ...done, isReader: false },
  'reset-stopped': { ...guest, template: 'reset-stopped' },
  'reset-news-proved': { ...news, outcome: 'proved' },
  'reset-news-waiting': {
    ...news,
    outcome: 'waiting',
    by: 'Jonas Weber',
    opensAt: '2026-11-28T09:00:00Z',
  },
  'reset-news-refused': { ...news, outcome: 'refused' },
  'reset-news-stopped': { ...news, outcome: 'stopped', by: 'Sam Okafor' },
  'reset-news-lapsed': { ...news, outcome: 'lapsed' },
  'reset-news-done': { ...news, outcome: 'done', by: 'Ada Lindqvist' },
} as const satisfies Record<string, MailContent>
