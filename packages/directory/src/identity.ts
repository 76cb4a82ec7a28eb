import type { OrganizationDirectory } from './directory.ts'
import type { MailboxUrl } from './mailbox-url.ts'

/** The separate identities that Foyer has in an organization, by power. */
export const identityNames = ['reader', 'grouper', 'keeper', 'inviter', 'mailer'] as const
export type IdentityName = (typeof identityNames)[number]

/** Which identity each operation uses: reading cannot write, and writing memberships only that. */
export const identityOf = {
  findPerson: 'reader',
  listSponsors: 'reader',
  getOrganization: 'reader',
  findGuestAccess: 'reader',
  listMemberships: 'reader',
  removeMember: 'grouper',
  holdsRole: 'reader',
  findLeaveSetting: 'reader',
  findHomeSync: 'reader',
  getHoldings: 'reader',
  removePerson: 'keeper',
  findRemovedPerson: 'reader',
  readGuestFeed: 'reader',
  readGroupFeed: 'reader',
  readSponsorSweep: 'reader',
  readSignInSweep: 'reader',
  listRemoved: 'reader',
  listDirectGroups: 'reader',
  listNames: 'reader',
  createWatch: 'reader',
  renewWatch: 'reader',
  sendMail: 'mailer',
  signInToMailServer: 'mailer',
} as const satisfies Record<keyof OrganizationDirectory, IdentityName>

const guid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const nothing = /^(?!)/

/** What each identity deletes at all, whatever it is asked and whatever it was granted. */
export const deletable = {
  reader: nothing,
  grouper: new RegExp(`^/v1\\.0/groups/${guid}/members/${guid}/\\$ref$`, 'i'),
  keeper: new RegExp(`^/v1\\.0/users/${guid}$`, 'i'),
  inviter: nothing,
  mailer: nothing,
} as const satisfies Record<IdentityName, RegExp>

const writable = {
  POST: /^\/v1\.0\/(\$batch|subscriptions)$/,
  PATCH: new RegExp(`^/v1\\.0/subscriptions/${guid}$`, 'i'),
} as const

/**
 * Whether an identity sends this: what they write by POST and PATCH is only what they want to be
 * told, and of the one that sends mails only those of its one mailbox.
 */
export function mayWrite(
  method: string | undefined,
  path: string,
  mailbox: MailboxUrl | undefined,
): boolean {
  if (mailbox !== undefined && method !== 'GET') {
    return method === 'POST' && path === `/v1.0${mailbox}/sendMail`
  }
  if (method === 'POST' || method === 'PATCH') return writable[method].test(path)
  return method === 'GET' || method === 'DELETE'
}
