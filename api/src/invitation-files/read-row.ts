import type {
  FileColumn,
  FileRowFinding,
  FileRowReason,
} from '@foyer/contracts/invitation-file-check'
import { type InvitationLanguage, longestMessage } from '@foyer/contracts/invitation'
import { type Day, readDay } from '@foyer/lifecycle/calendar'
import { isInvitableAddress, isPlainText } from '@foyer/lifecycle/invitation'
import { isOwnDomain } from '../invitations/check.ts'
import type { FileRow } from './read-file.ts'

/** An invitation as a row asks for it, and what is against it. */
export interface WantedRow {
  readonly line: number
  readonly mail: string
  readonly name: string
  readonly purpose: string
  readonly endsOn: Day | undefined
  /** Ids or names, as they stand there. */
  readonly groups: readonly string[]
  readonly language: InvitationLanguage
  readonly message: string | undefined
  readonly sponsorMail: string | undefined
  readonly findings: readonly FileRowFinding[]
}

export interface RowRules {
  /** The last day that the organization allows; undefined where it has not decided that. */
  readonly latestEnd: Day | undefined
  readonly today: Day
  /** Domains of the organization's own. */
  readonly domains: readonly string[]
  /** Of a row that names none. */
  readonly language: InvitationLanguage
}

/** In signs, as of a single invitation. */
const longestLine = 120
const longestAddress = 254
const mostGroups = 20

/** What stands in a row, judged by itself. */
export function readRow({ line, cells, isTooLong }: FileRow, rules: RowRules): WantedRow {
  const of = (column: FileColumn) => cells[column] ?? ''
  const findings: FileRowFinding[] = []
  const fail = (reason: FileRowReason, column?: FileColumn) =>
    findings.push({ reason, verdict: 'will-fail', ...(column ? { column } : {}) })
  if (isTooLong) fail('too-many-cells')
  const mail = of('address')
  if (mail === '') fail('missing', 'address')
  else if (!isAddress(mail)) fail('address-not-possible', 'address')
  else if (isOwnDomain(rules.domains, mail)) fail('own-domain', 'address')
  for (const column of ['name', 'purpose'] as const) {
    const reason = findFaultOfLine(of(column))
    if (reason) fail(reason, column)
  }
  const endsOn = readEnd(of('end-date'))
  const endReason = of('end-date') === '' ? 'missing' : findFaultOfEnd(endsOn, rules)
  if (endReason) fail(endReason, 'end-date')
  const groups = [
    ...new Set(
      of('groups')
        .split('|')
        .map((each) => each.trim()),
    ),
  ].filter(Boolean)
  if (groups.length > mostGroups) fail('too-many-groups', 'groups')
  const language = of('language') === '' ? rules.language : readLanguage(of('language'))
  if (!language) fail('language-unknown', 'language')
  const message = of('message')
  if (message.length > longestMessage) fail('too-long', 'message')
  else if (!isPlainText(message, { mayBreak: true })) fail('words-not-plain', 'message')
  const sponsorMail = of('sponsor')
  if (sponsorMail !== '' && !couldBeAddress(sponsorMail)) {
    fail('sponsor-not-possible', 'sponsor')
  }
  return {
    line,
    mail,
    name: of('name'),
    purpose: of('purpose'),
    endsOn,
    groups,
    language: language ?? rules.language,
    message: message === '' ? undefined : message,
    sponsorMail: sponsorMail === '' ? undefined : sponsorMail,
    findings,
  }
}

function isAddress(mail: string): boolean {
  return mail.length <= longestAddress && isInvitableAddress(mail)
}

/** An address of a colleague may be one at which Microsoft would invite nobody. */
function couldBeAddress(mail: string): boolean {
  return mail.length <= longestAddress && /^[^\s@]+@[^\s@]+$/.test(mail)
}

function findFaultOfLine(text: string): FileRowReason | undefined {
  if (text === '') return 'missing'
  if (text.length > longestLine) return 'too-long'
  return isPlainText(text, { mayBreak: false }) ? undefined : 'words-not-plain'
}

function findFaultOfEnd(
  endsOn: Day | undefined,
  { today, latestEnd }: RowRules,
): FileRowReason | undefined {
  if (!endsOn) return 'end-not-readable'
  if (endsOn <= today) return 'end-in-the-past'
  return latestEnd !== undefined && endsOn > latestEnd ? 'end-over-the-cap' : undefined
}

/** With slashes, nobody knows which number is the month: such a day is not guessed. */
function readEnd(text: string): Day | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  if (day === undefined || month === undefined) return readDay(text)
  return readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

const languages: Readonly<Record<string, InvitationLanguage>> = {
  en: 'en',
  english: 'en',
  englisch: 'en',
  de: 'de',
  german: 'de',
  deutsch: 'de',
}

function readLanguage(text: string): InvitationLanguage | undefined {
  return Object.hasOwn(languages, text.toLowerCase()) ? languages[text.toLowerCase()] : undefined
}
