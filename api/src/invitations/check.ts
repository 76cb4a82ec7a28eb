import type {
  InvitationCheck,
  InvitationFinding,
  InvitationReason,
  KnownPerson,
} from '@foyer/contracts/invitation-check'
import { invitationsADay, offerDays } from '@foyer/contracts/invitation'
import type { SignsInWith } from '@foyer/contracts/me'
import { addDays, dayOf } from '@foyer/lifecycle/calendar'
import type { GuestDomains } from '@foyer/directory/guest-domains'
import { isInvitableAddress, latestInvitedEnd, takesGuestsOf } from '@foyer/lifecycle/invitation'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { answersForLeft } from '../returns/left-guests.ts'
import { findInForce, type InForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import { countInvitedToday } from './day-cap.ts'
import { hashOfAddress } from './invitation.ts'
import { type Addressed, expectAccount } from './look-up.ts'
import type { Reader } from './list.ts'

const dayMs = 24 * 60 * 60_000

/** When an offer ends that is made, or made anew, now: by the organization's rule, where it has one. */
export function offerEndsAt(inForce: InForce | undefined, now: Date): Date {
  const days = inForce?.kept.policy.redeemWithinDays ?? offerDays
  return new Date(now.getTime() + days * dayMs)
}

/** What was asked of the directory about an invitation. */
export interface Asked {
  readonly mail: string
  readonly isAllowed: boolean
  /** Whether the rule is one about people, under which Microsoft may refuse an app. */
  readonly isRuleStrict: boolean
  /** Undefined where they cannot be read. */
  readonly guestDomains: GuestDomains | undefined
  readonly addressed: Addressed | undefined
  /** Whether the caller vouches for that guest. */
  readonly isVouchedFor: boolean
}

/** Everything that can be told before an invitation is sent. */
export async function tellCheck(
  transaction: Transaction<Tables>,
  connected: ConnectedOrganization,
  reader: Reader,
  asked: Asked,
  now: Date,
): Promise<InvitationCheck> {
  const { mail, addressed } = asked
  const inForce = await findInForce(transaction, now)
  const openOne = await transaction
    .selectFrom('invitation')
    .select('invitationId')
    .where('mailHash', '=', hashOfAddress(connected.organizationId, mail))
    .where('state', 'in', ['open', 'accepting', 'accepted'])
    .where((query) => query.or([query('state', '<>', 'open'), query('expiresAt', '>', now)]))
    .executeTakeFirst()
  const signsInWith = await expectAccount(transaction, mail)
  const findings = findingsOf(connected, asked, openOne !== undefined, signsInWith)
  const used = await countInvitedToday(transaction, reader.personId, now)
  return {
    findings: findings.toSorted((one, other) => weightOf(one) - weightOf(other)),
    expected: { signsInWith, isCertain: false },
    ...(addressed
      ? {
          known: {
            ...tellKnown(addressed, reader, asked.isVouchedFor),
            ...(await tellRestoring(transaction, connected, addressed, reader, now)),
          },
        }
      : {}),
    leftToday: Math.max(0, invitationsADay - used),
    openUntil: offerEndsAt(inForce, now).toISOString(),
    earliestEnd: addDays(inForce?.today ?? dayOf(now, 'UTC'), 1),
    ...(inForce ? { latestEnd: latestInvitedEnd(inForce.kept.policy, inForce.today) } : {}),
  }
}

function findingsOf(
  { domains, identities }: ConnectedOrganization,
  { mail, isAllowed, isRuleStrict, guestDomains, addressed }: Asked,
  isInvited: boolean,
  signsInWith: SignsInWith,
): InvitationFinding[] {
  const findings: InvitationFinding[] = []
  const will = (reason: InvitationReason) => findings.push({ reason, verdict: 'will-fail' })
  const may = (reason: InvitationReason) => findings.push({ reason, verdict: 'may-fail' })
  const unchecked = (reason: InvitationReason, needs: string) =>
    findings.push({ reason, verdict: 'not-checked', needs })
  if (!isAllowed || !identities.inviter) will('rule-for-inviting')
  else if (isRuleStrict) may('rule-for-apps')
  if (!isInvitableAddress(mail)) will('address-not-taken')
  if (isOwnDomain(domains, mail)) will('own-domain')
  if (addressed) will(addressed.kind === 'removed-guest' ? 'removed-guest' : 'known-address')
  if (isInvited) will('invited-already')
  if (!guestDomains) unchecked('domain-lists', readsDomainLists)
  else if (!takesGuestsOf(guestDomains, mail)) will('domain-lists')
  unchecked('cross-tenant-settings', 'nobody-can-tell')
  unchecked('contact-of-this-address', 'OrgContact.Read.All')
  if (signsInWith === 'unknown') unchecked('unknown-account', 'nobody-can-tell')
  return findings
}

/** The permission of Microsoft Graph without which the lists of domains are not known. */
export const readsDomainLists = 'Policy.Read.B2BManagementPolicy'

export function isOwnDomain(domains: readonly string[], mail: string): boolean {
  return domains.includes(mail.slice(mail.lastIndexOf('@') + 1).toLowerCase())
}

function weightOf({ verdict }: InvitationFinding): number {
  return ['will-fail', 'may-fail', 'not-checked'].indexOf(verdict)
}

/** Who can bring a removed guest back. Foyer does for whoever left by it, by one identity. */
async function tellRestoring(
  transaction: Transaction<Tables>,
  { identities }: ConnectedOrganization,
  { kind, person }: Addressed,
  reader: Reader,
  now: Date,
): Promise<Pick<KnownPerson, 'restorableBy'>> {
  if (kind !== 'removed-guest') return {}
  const isCaller =
    identities.keeper !== undefined &&
    (await answersForLeft(transaction, person.personId, reader, now))
  return { restorableBy: isCaller ? 'caller' : 'administrator' }
}

/** That somebody is here, whoever may invite would learn at Microsoft's door too; who, is not theirs. */
function tellKnown(
  { kind, person, restorableUntil }: Addressed,
  { isOperator }: Reader,
  isVouchedFor: boolean,
): KnownPerson {
  const isNamed = isOperator || isVouchedFor
  return {
    kind,
    ...(isNamed ? { guestId: person.personId, name: person.name } : {}),
    ...(restorableUntil ? { restorableUntil: restorableUntil.toISOString() } : {}),
  }
}
