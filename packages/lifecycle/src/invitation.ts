import type { PersonKind, SignsInWith } from '@foyer/contracts/me'
import type { Policy } from '@foyer/contracts/policy'
import { addDays, type Day, earlierOf } from './calendar.ts'

/** Whom an organization lets invite guests. */
export type InvitationRule = 'nobody' | 'inviters' | 'members' | 'everybody'

/**
 * Whether somebody of the organization could invite at Microsoft's own door. Foyer invites as an app,
 * which may go further than its people: so their rule is asked first, and unknown means no.
 *
 * @param holdsRole whether a directory role lets them invite; undefined where that cannot be read.
 */
export function mayInvite(
  rule: InvitationRule | undefined,
  { kind, holdsRole }: { readonly kind: PersonKind; readonly holdsRole: boolean | undefined },
): boolean {
  if (rule === undefined || rule === 'nobody') return false
  if (rule !== 'inviters' && kind === 'member') return true
  return holdsRole === true
}

/**
 * Whether guests are taken from the domain of an address (Microsoft Entra, "Allow or block B2B
 * collaboration with organizations"): an organization has one of both lists, if any.
 *
 * @param domains in lower case.
 */
export function takesGuestsOf(
  {
    allowed,
    blocked,
  }: { readonly allowed: readonly string[]; readonly blocked: readonly string[] },
  mail: string,
): boolean {
  const domain = mail.slice(mail.lastIndexOf('@') + 1).toLowerCase()
  return allowed.length > 0 ? allowed.includes(domain) : !blocked.includes(domain)
}

/** The last day until which somebody who is invited today may be here. */
export function latestInvitedEnd(
  policy: Pick<Policy, 'accessDays' | 'longestExtensionDays' | 'longestTotalDays'>,
  today: Day,
): Day {
  const { accessDays, longestExtensionDays, longestTotalDays } = policy
  const atOnce = addDays(today, Math.max(accessDays, longestExtensionDays))
  return longestTotalDays === null ? atOnce : earlierOf(atOnce, addDays(today, longestTotalDays))
}

/**
 * Whether Microsoft takes an address: letters, digits, underscores, and within dots and hyphens
 * (Microsoft Graph, "invitation resource type"). Letters that only look like others are none of these.
 */
export function isInvitableAddress(mail: string): boolean {
  return /^(?![.-])[a-z0-9_.'-]+(?<![.-])@([a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(mail)
}

/**
 * Whether words are plain: nothing that a mail program makes a link of, no address, and no sign that
 * does not show or turns text around (Unicode TR36, 2.3).
 *
 * @param mayBreak whether they may be of several lines.
 */
export function isPlainText(text: string, { mayBreak }: { readonly mayBreak: boolean }): boolean {
  const shown = mayBreak ? text.replaceAll(/\r?\n/g, ' ') : text
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]/u.test(shown.replaceAll('\u200D', '')))
    return false
  if (/:\/\/|\bwww\.|\bmailto:|\S@\S/iu.test(shown)) return false
  // `evil.example/pay` needs no scheme to become a link.
  return !/[\p{L}\p{N}-]\.\p{L}{2,}(?![\p{L}\p{N}])/u.test(shown)
}

/** An address of which a stranger learns the domain only: `m•••@gmail.example`. */
export function maskAddress(mail: string): string {
  const at = mail.lastIndexOf('@')
  return `${Array.from(mail)[0] ?? ''}•••${mail.slice(at)}`
}

const consumerDomains: Readonly<Record<string, SignsInWith>> = {
  'gmail.com': 'google',
  'googlemail.com': 'google',
  'outlook.com': 'microsoft-account',
  'hotmail.com': 'microsoft-account',
  'live.com': 'microsoft-account',
  'msn.com': 'microsoft-account',
}

/**
 * Where somebody of an address will probably sign in: as the other guests of its domain do, where all
 * do the same. A guess in any case: which account answers, Microsoft decides when they come.
 *
 * @param others how the guests of the same domain sign in.
 */
export function expectedAccount(mail: string, others: readonly SignsInWith[]): SignsInWith {
  const known = new Set(others.filter((each) => each !== 'unknown'))
  const [only] = known
  if (only && known.size === 1) return only
  return consumerDomains[mail.slice(mail.lastIndexOf('@') + 1).toLowerCase()] ?? 'unknown'
}

/**
 * Whether the account that has redeemed is one that was expected. Only of accounts that an employer
 * keeps is another kind a sign of somebody else: who has a mailbox of their own may sign in anyhow.
 */
export function isExpectedAccount(expected: SignsInWith, actual: SignsInWith): boolean {
  return expected === actual || !['work-account', 'federation'].includes(expected)
}

/** What decides whether somebody can be brought into a group. */
export interface InvitableGroupFacts {
  readonly isManagedByRule: boolean
  readonly isSynced: boolean
  readonly isRoleAssignable: boolean
  readonly isManagedInExchange: boolean
  readonly isProtected: boolean
}

/** Whether Foyer brings guests into a group at all. */
export function takesGuests(group: InvitableGroupFacts): boolean {
  return !(
    group.isManagedByRule ||
    group.isSynced ||
    group.isRoleAssignable ||
    group.isManagedInExchange ||
    group.isProtected
  )
}
