import { badRequest } from './graph-error.ts'
import { invalidValue, missingValue, recordOf } from './invitation-value.ts'
import { type InvitationMessage, readMessage } from './invitation-message.ts'

/** What a body asks for (invitation.md). */
export interface WantedInvitation {
  readonly mail: string
  readonly redirectUrl: string
  readonly displayName: string | null
  readonly userType: 'Guest' | 'Member'
  readonly sendsMessage: boolean
  readonly message: InvitationMessage
  /** Whom it is for, where that is somebody who is here already. */
  readonly userId: string | undefined
  readonly isReset: boolean
}

const known = new Set([
  'invitedUser',
  'invitedUserDisplayName',
  'invitedUserEmailAddress',
  'invitedUserMessageInfo',
  'invitedUserSponsors',
  'invitedUserType',
  'inviteRedirectUrl',
  'resetRedemption',
  'sendInvitationMessage',
])
const longestName = 256

/**
 * Sponsors are left to others, since they are looked up.
 *
 * @throws {GraphError} 400 for what is missing, does not fit, or is no property of an invitation.
 */
export function readInvitation(body: unknown): WantedInvitation {
  const given = recordOf(body)
  const stranger = Object.keys(given).find((name) => !known.has(name) && !name.includes('@'))
  if (stranger !== undefined) {
    throw badRequest(
      `The property '${stranger}' does not exist on type 'microsoft.graph.invitation'.`,
      'BadRequest',
    )
  }
  const { invitedUserDisplayName: displayName = null, invitedUserType: userType = 'Guest' } = given
  if (displayName !== null && !isName(displayName)) throw invalidValue('invitedUserDisplayName')
  if (userType !== 'Guest' && userType !== 'Member') throw invalidValue('invitedUserType')
  const isReset = flagOf(given, 'resetRedemption')
  const { id: userId } = recordOf(given['invitedUser'])
  if (userId !== undefined && typeof userId !== 'string') throw invalidValue('invitedUser')
  // "If true, the invitedUser/id property is required" (invitation.md).
  if (isReset && userId === undefined) throw missingValue('invitedUser')
  return {
    mail: readAddress(given['invitedUserEmailAddress']),
    redirectUrl: readRedirect(given['inviteRedirectUrl']),
    displayName,
    userType,
    sendsMessage: flagOf(given, 'sendInvitationMessage'),
    message: readMessage(given['invitedUserMessageInfo']),
    userId: userId?.toLowerCase(),
    isReset,
  }
}

/** Letters, digits, underscores, and within dots and hyphens (invitation.md); others are not refused there. */
const address = /^(?![.-])[^\s@~!#$%^&*()+=[\]{}\\/|;:"<>?,]+(?<![.-])@([\w-]+\.)+[\w-]{2,}$/

function readAddress(value: unknown): string {
  if (value === undefined || value === null || value === '') {
    throw missingValue('invitedUserEmailAddress')
  }
  if (typeof value !== 'string' || !address.test(value)) {
    throw invalidValue('invitedUserEmailAddress')
  }
  return value
}

function readRedirect(value: unknown): string {
  if (value === undefined || value === null || value === '') throw missingValue('inviteRedirectUrl')
  const { protocol = '' } = (typeof value === 'string' && URL.parse(value)) || {}
  const isPage = protocol === 'http:' || protocol === 'https:'
  if (typeof value !== 'string' || !isPage) throw invalidValue('inviteRedirectUrl')
  return value
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longestName
}

function flagOf(given: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = given[name] ?? false
  if (typeof value !== 'boolean') throw invalidValue(name)
  return value
}
