import type { PersonId } from '@foyer/contracts/ids'
import { isPlainInvitation } from './invitation.ts'
import type { OrganizationDirectory } from './organization-directory.ts'
import type { MailboxUrl } from './mailbox-url.ts'
import { isResetOf } from './sign-in-reset.ts'

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
  addMember: 'grouper',
  holdsRole: 'reader',
  findLeaveSetting: 'reader',
  findHomeSync: 'reader',
  getHoldings: 'reader',
  getTies: 'reader',
  listApps: 'reader',
  removePerson: 'keeper',
  findRemovedPerson: 'reader',
  restorePerson: 'keeper',
  addSponsor: 'keeper',
  removeSponsor: 'keeper',
  findRedemption: 'reader',
  findInvitationRule: 'reader',
  findGuestDomains: 'reader',
  holdsInvitingRole: 'reader',
  inviteGuest: 'inviter',
  findManager: 'reader',
  findInviter: 'reader',
  findPeople: 'reader',
  findPeopleByMail: 'reader',
  findGuestsByAddress: 'reader',
  findLastSignIn: 'reader',
  setSignIn: 'keeper',
  isContextEnforced: 'reader',
  readGuestFeed: 'reader',
  readGroupFeed: 'reader',
  readSponsorSweep: 'reader',
  readSignInSweep: 'reader',
  listRemoved: 'reader',
  listDirectGroups: 'reader',
  listNames: 'reader',
  listGroups: 'reader',
  listMembers: 'reader',
  listOwners: 'reader',
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
  keeper: new RegExp(`^/v1\\.0/users/${guid}(/sponsors/${guid}/\\$ref)?$`, 'i'),
  inviter: nothing,
  mailer: nothing,
} as const satisfies Record<IdentityName, RegExp>

/** What each identity adds to the directory at all. */
export const addable = {
  reader: nothing,
  grouper: new RegExp(`^/v1\\.0/groups/${guid}/members/\\$ref$`, 'i'),
  keeper: new RegExp(
    `^/v1\\.0/(directory/deletedItems/${guid}/restore|users/${guid}/sponsors/\\$ref)$`,
    'i',
  ),
  inviter: /^\/v1\.0\/invitations$/,
  mailer: nothing,
} as const satisfies Record<IdentityName, RegExp>

/** What each identity changes at all: whether somebody may sign in, and nothing else of them. */
export const changeable = {
  reader: nothing,
  grouper: nothing,
  keeper: new RegExp(`^/v1\\.0/users/${guid}$`, 'i'),
  inviter: nothing,
  mailer: nothing,
} as const satisfies Record<IdentityName, RegExp>

/** What no object of the directory becomes by it: what an identity wants to be told. */
const harmless = {
  POST: /^\/(v1\.0|beta)\/\$batch$|^\/v1\.0\/subscriptions$/,
  PATCH: new RegExp(`^/v1\\.0/subscriptions/${guid}$`, 'i'),
} as const

/** What an identity sends at all, whatever it is asked and whatever it was granted. */
export interface Powers {
  /** The only addresses, below the origin, that it deletes. */
  readonly mayDelete: RegExp
  /** The only ones to which it adds. */
  readonly mayAdd: RegExp
  /** The only ones that it changes. */
  readonly mayChange: RegExp
  /** Whose mails it sends; it writes nothing else then. */
  readonly mailbox?: MailboxUrl | undefined
  /** Whose sign-in is set back; nothing else is sent then, and nothing read. */
  readonly resets?: PersonId
}

/** Of a person who sets back the sign-in of one guest. */
export function powersOfOperator(guestId: PersonId): Powers {
  return { mayDelete: nothing, mayAdd: nothing, mayChange: nothing, resets: guestId }
}

export function powersOf(identity: IdentityName, mailbox: MailboxUrl | undefined): Powers {
  return {
    mayDelete: deletable[identity],
    mayAdd: addable[identity],
    mayChange: changeable[identity],
    mailbox,
  }
}

/** Whether an identity with these powers sends this. */
export function maySend(
  method: string | undefined,
  path: string,
  { mayDelete, mayAdd, mayChange, mailbox, resets }: Powers,
  body?: unknown,
): boolean {
  if (resets !== undefined) return isResetOf(resets, method, path, body)
  if (method === 'GET') return true
  if (mailbox !== undefined) return method === 'POST' && path === `/v1.0${mailbox}/sendMail`
  if (method === 'DELETE') return mayDelete.test(path)
  if (method === 'POST') {
    const isInvitation = path === '/v1.0/invitations'
    return (
      harmless.POST.test(path) || (mayAdd.test(path) && (!isInvitation || isPlainInvitation(body)))
    )
  }
  if (method !== 'PATCH') return false
  return harmless.PATCH.test(path) || (mayChange.test(path) && isAboutSignIn(body))
}

function isAboutSignIn(body: unknown): boolean {
  return typeof body === 'string' && /^{"accountEnabled":(true|false)}$/.test(body)
}
