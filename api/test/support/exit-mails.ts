import type { MailContent } from '../../src/mail/content.ts'

const codeId = 'c0de0000-0000-4000-8000-000000000001'
const exitRequestId = 'a5ced000-0000-4000-8000-000000000001'
const exitAsked = {
  template: 'exit-asked',
  name: 'Sam Okafor',
  guest: 'Lena Vogel',
  organization: 'Contoso',
  isContact: false,
  stage: 'open',
  dueAt: '2026-12-26T09:00:00Z',
  slug: 'contoso',
} as const

/** One mail of each kind about requests to end access. */
export const exitMails = {
  'exit-code': {
    template: 'exit-code',
    name: 'Grace Adeyemi',
    organization: 'Woodgrove Bank',
    code: '048213',
    minutes: 10,
    codeId,
  },
  'exit-filed': {
    template: 'exit-filed',
    name: 'Pierre Marchand',
    organization: 'Woodgrove Bank',
    dueAt: '2026-12-26T09:00:00Z',
    exitRequestId,
  },
  'exit-filed-waiting': {
    template: 'exit-filed',
    name: 'Grace Adeyemi',
    organization: 'Woodgrove Bank',
    opensAt: '2026-12-10T09:00:00Z',
    dueAt: '2026-12-26T09:00:00Z',
    exitRequestId,
  },
  'exit-notice': {
    template: 'exit-notice',
    name: 'Grace Adeyemi',
    organization: 'Woodgrove Bank',
    opensAt: '2026-12-10T09:00:00Z',
    codeId,
  },
  'exit-notice-open': {
    template: 'exit-notice',
    name: 'Grace Adeyemi',
    organization: 'Woodgrove Bank',
    codeId,
  },
  'exit-asked-waiting': { ...exitAsked, stage: 'waiting', opensAt: '2026-12-10T09:00:00Z' },
  'exit-asked': exitAsked,
  'exit-asked-contact': { ...exitAsked, name: 'Contoso', isContact: true },
  'exit-asked-again': { ...exitAsked, stage: 'again' },
  'exit-asked-overdue': { ...exitAsked, stage: 'overdue' },
  'exit-granted': {
    template: 'exit-granted',
    name: 'Lena Vogel',
    organization: 'Contoso',
    removalAt: '2026-12-03T09:00:00Z',
    codeId,
  },
  'exit-refused': {
    template: 'exit-refused',
    name: 'Lena Vogel',
    organization: 'Contoso',
    reason: 'The contract runs until May, and you sign the drawings until then.',
    exitRequestId,
  },
  'exit-stopped': {
    template: 'exit-stopped',
    name: 'Lena Vogel',
    organization: 'Contoso',
    isUnblocked: false,
  },
  'exit-stopped-unblocked': {
    template: 'exit-stopped',
    name: 'Lena Vogel',
    organization: 'Contoso',
    isUnblocked: true,
  },
  'exit-overdue': {
    template: 'exit-overdue',
    name: 'Pierre Marchand',
    organization: 'Woodgrove Bank',
    dueAt: '2026-12-26T09:00:00Z',
    exitRequestId,
  },
} as const satisfies Record<string, MailContent>
