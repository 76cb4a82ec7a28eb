import type { MailContent } from '../../src/mail/content.ts'

const guestMoves = {
  template: 'guest-moves',
  name: 'Omar Haddad',
  organization: 'Contoso',
  by: 'Sam Okafor',
  newAddress: 'o•••@litware.example',
  moveId: '1eaf0000-0000-4000-8000-00000000000c',
} as const
const moveNews = {
  template: 'move-news',
  name: 'Sam Okafor',
  guest: 'Omar Haddad',
  organization: 'Contoso',
  slug: 'contoso',
  guestId: '1eaf0000-0000-4000-8000-000000000002',
} as const

/** One of each mail about a guest who has another address. */
export const moveMails = {
  'guest-moves': { ...guestMoves, outcome: 'begun' },
  'guest-moves-redeemed': {
    ...guestMoves,
    outcome: 'redeemed',
    blocksAt: '2026-12-09T09:00:00Z',
  },
  'guest-moves-redeemed-untold': { ...guestMoves, outcome: 'redeemed' },
  'guest-moves-lapsed': { ...guestMoves, outcome: 'lapsed' },
  'guest-moves-stopped': { ...guestMoves, outcome: 'stopped' },
  'move-news-redeemed': { ...moveNews, outcome: 'redeemed' },
  'move-news-stopped': { ...moveNews, outcome: 'stopped' },
  'guest-moves-blocked': {
    ...guestMoves,
    outcome: 'blocked',
    blocksAt: '2026-12-09T09:00:00Z',
    removalAt: '2026-12-16T09:00:00Z',
  },
  'guest-moves-removed': {
    ...guestMoves,
    outcome: 'removed',
    blocksAt: '2026-12-09T09:00:00Z',
    removalAt: '2026-12-16T09:00:00Z',
  },
  'ending-asked-moved': {
    template: 'ending-asked',
    guest: 'Omar Haddad',
    organization: 'Contoso',
    slug: 'contoso',
    by: 'Sam Okafor',
    reason: 'o•••@litware.example',
    isUnusual: false,
    isMove: true,
  },
} as const satisfies Readonly<Record<string, MailContent>>
