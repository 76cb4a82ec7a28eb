import { createHash } from 'node:crypto'
import type { FileFault, InvitationFileCheck } from '@foyer/contracts/invitation-file-check'
import type { InvitationFinding } from '@foyer/contracts/invitation-check'
import { dayOf } from '@foyer/lifecycle/calendar'
import { latestInvitedEnd } from '@foyer/lifecycle/invitation'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { languageOfPeople } from '../configuration/connected-organization.ts'
import { readsDomainLists } from '../invitations/check.ts'
import { findInForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import type { FileFacts } from './ask.ts'
import { countRowsLeft } from './day-cap.ts'
import { findReasonToLeaveOut, type JudgedRow, judgeRows } from './judge.ts'
import { mailsADayOf } from './pace.ts'
import { readFile } from './read-file.ts'
import { readRow, type RowRules, type WantedRow } from './read-row.ts'

/** A file as it was read: its rows, or why nothing of it can be. */
export interface Reading {
  readonly text: string
  readonly rows: readonly WantedRow[]
  readonly fault?: FileFault
}

/** What the rows of an organization's files are held against. */
export async function findRules(
  transaction: Transaction<Tables>,
  connected: ConnectedOrganization,
  now: Date,
): Promise<RowRules> {
  const inForce = await findInForce(transaction, now)
  return {
    latestEnd: inForce && latestInvitedEnd(inForce.kept.policy, inForce.today),
    today: inForce?.today ?? dayOf(now, 'UTC'),
    domains: connected.domains,
    language: languageOfPeople(connected) === 'de' ? 'de' : 'en',
  }
}

export function readInvitations(text: string, rules: RowRules): Reading {
  const read = readFile(text)
  if ('fault' in read) return { text, rows: [], fault: read.fault }
  return { text, rows: read.rows.map((row) => readRow(row, rules)) }
}

/** A file with everything that can be said of it before it is sent. */
export interface JudgedFile {
  readonly rows: readonly JudgedRow[]
  readonly digest: string
}

export async function judgeFile(
  transaction: Transaction<Tables>,
  { text, rows, fault }: Reading,
  setting: {
    readonly connected: ConnectedOrganization
    readonly facts: FileFacts
    readonly rules: RowRules
    readonly now: Date
  },
): Promise<JudgedFile> {
  const { connected, facts, rules, now } = setting
  const mailsADay = mailsADayOf(connected)
  const judging = { connected, facts, today: rules.today, mailsADay, now }
  const judged = await judgeRows(transaction, rows, judging)
  return { rows: judged, digest: digestOf(connected, text, judged, fault) }
}

/** What would be sent to whom, and into which groups, is in it beside the text. */
function digestOf(
  { organizationId }: ConnectedOrganization,
  text: string,
  rows: readonly JudgedRow[],
  fault: FileFault | undefined,
): string {
  const effects = rows.map((row) => [
    row.line,
    findReasonToLeaveOut(row) ?? [...row.groupIds, row.language],
  ])
  const whole = JSON.stringify([organizationId, text, effects, fault?.because ?? null])
  return createHash('sha256').update(whole).digest('hex')
}

export async function tellFileCheck(
  transaction: Transaction<Tables>,
  { rows, digest }: JudgedFile,
  {
    connected,
    facts,
    fault,
    now,
  }: {
    readonly connected: ConnectedOrganization
    readonly facts: FileFacts
    readonly fault: FileFault | undefined
    readonly now: Date
  },
): Promise<InvitationFileCheck> {
  const worst = (verdict: string) =>
    rows.filter(({ findings }) => findings[0]?.verdict === verdict).length
  return {
    digest,
    ...(fault ? { fault } : {}),
    findings: findingsOf(connected, facts),
    total: rows.length,
    fine: rows.filter(({ findings }) => findings.length === 0).length,
    willFail: worst('will-fail'),
    mayFail: worst('may-fail'),
    notChecked: worst('not-checked'),
    rows: rows.map(({ line, mail, name, endsOn, findings }) => ({
      line,
      mail: mail.slice(0, longestTold),
      name: name.slice(0, longestTold),
      ...(endsOn ? { endsOn } : {}),
      findings: [...findings],
    })),
    leftToday: await countRowsLeft(transaction, now),
    mailsADay: mailsADayOf(connected),
  }
}

/** In signs: a cell that is no name can be as long as a file. */
const longestTold = 254

/** What holds for every row, or can be found out for none before it is sent. */
function findingsOf(connected: ConnectedOrganization, facts: FileFacts): InvitationFinding[] {
  const findings: InvitationFinding[] = []
  const unchecked = (reason: InvitationFinding['reason'], needs: string) =>
    findings.push({ reason, verdict: 'not-checked', needs })
  if (!facts.isAllowed || !connected.identities.inviter) {
    findings.push({ reason: 'rule-for-inviting', verdict: 'will-fail' })
  } else if (facts.isRuleStrict) findings.push({ reason: 'rule-for-apps', verdict: 'may-fail' })
  // What Foyer remembers are guests by their first address.
  unchecked('known-address', 'asked-when-sent')
  if (!facts.guestDomains) unchecked('domain-lists', readsDomainLists)
  unchecked('cross-tenant-settings', 'nobody-can-tell')
  unchecked('contact-of-this-address', 'OrgContact.Read.All')
  unchecked('unknown-account', 'nobody-can-tell')
  return findings
}
