import type { FileRowFinding, FileRowReason } from '@foyer/contracts/invitation-file-check'
import type { GroupId } from '@foyer/contracts/ids'
import { addDays, type Day } from '@foyer/lifecycle/calendar'
import { takesGuests, takesGuestsOf } from '@foyer/lifecycle/invitation'
import { sql, type Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { hashOfAddress } from '../invitations/invitation.ts'
import type { Tables } from '../store/tables.ts'
import type { FileFacts } from './ask.ts'
import type { WantedRow } from './read-row.ts'

/** A row with everything that can be said against it before it is its turn. */
export interface JudgedRow extends WantedRow {
  /** The groups that were found. */
  readonly groupIds: readonly GroupId[]
}

export interface Judging {
  readonly connected: Pick<ConnectedOrganization, 'organizationId'>
  readonly facts: FileFacts
  readonly today: Day
  /** How many rows are sent in a day at most; 0 where no mail leaves. */
  readonly mailsADay: number
  /** By the Clock. */
  readonly now: Date
}

/** Judges rows as far as it is remembered, or was asked of the directory for all of them at once. */
export async function judgeRows(
  transaction: Transaction<Tables>,
  rows: readonly WantedRow[],
  { connected, facts, today, mailsADay, now }: Judging,
): Promise<JudgedRow[]> {
  const guests = await findGuests(transaction, rows)
  const invited = await findInvited(transaction, connected, rows, now)
  const groups = await readGroups(transaction, rows)
  const seen = new Set<string>()
  let sent = 0
  return rows.map((row) => {
    const mail = row.mail.toLowerCase()
    const { groupIds, findings: ofGroups } = findGroups(row, groups)
    const findings = [...row.findings, ...ofGroups, ...judgeSponsor(row, facts)]
    const fail = (reason: FileRowReason) =>
      findings.push({ reason, verdict: 'will-fail', column: 'address' })
    if (seen.has(mail)) fail('twice-in-file')
    else if (guests.has(mail)) fail('known-already')
    else if (facts.removed.has(mail)) fail('removed-guest')
    else if (invited.has(mail)) fail('invited-already')
    if (mail !== '' && facts.guestDomains && !takesGuestsOf(facts.guestDomains, mail)) {
      fail('domain-lists')
    }
    if (mail !== '') seen.add(mail)
    if (findReasonToLeaveOut({ findings }) === undefined) {
      const turn = addDays(today, mailsADay > 0 ? Math.floor(sent / mailsADay) : 0)
      sent += 1
      if (row.endsOn && row.endsOn <= turn) {
        findings.push({ reason: 'end-in-the-past', verdict: 'may-fail', column: 'end-date' })
      }
    }
    return { ...row, groupIds, findings: findings.toSorted(byWeight) }
  })
}

/** Why a row is not sent; undefined for one that is. */
export function findReasonToLeaveOut({
  findings,
}: Pick<WantedRow, 'findings'>): FileRowReason | undefined {
  return findings.find(({ verdict }) => verdict === 'will-fail')?.reason
}

function byWeight(one: FileRowFinding, other: FileRowFinding): number {
  const weights = ['will-fail', 'may-fail', 'not-checked']
  return weights.indexOf(one.verdict) - weights.indexOf(other.verdict)
}

/** The addresses of guests that Foyer remembers; the directory is asked when it is a row's turn. */
async function findGuests(
  transaction: Transaction<Tables>,
  rows: readonly WantedRow[],
): Promise<ReadonlySet<string>> {
  const { rows: found } = await sql<{ mail: string }>`
    SELECT lower(mail) AS mail FROM guest WHERE removed_at IS NULL
      AND lower(mail) = ANY(${rows.map(({ mail }) => mail.toLowerCase())}::text[])`.execute(
    transaction,
  )
  return new Set(found.map(({ mail }) => mail))
}

/** The addresses for which an invitation is under way, or waits in another file. */
async function findInvited(
  transaction: Transaction<Tables>,
  { organizationId }: Judging['connected'],
  rows: readonly WantedRow[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const mailOf = new Map(
    rows.map(({ mail }) => [
      hashOfAddress(organizationId, mail).toString('hex'),
      mail.toLowerCase(),
    ]),
  )
  const { rows: found } = await sql<{ hash: string }>`
    WITH named AS (SELECT decode(hex, 'hex') AS mail_hash
      FROM unnest(${[...mailOf.keys()]}::text[]) AS hex)
    SELECT encode(mail_hash, 'hex') AS hash FROM invitation JOIN named USING (mail_hash)
      WHERE state IN ('accepting', 'accepted') OR state = 'open' AND expires_at > ${now}
    UNION
    SELECT encode(mail_hash, 'hex') FROM invitation_item JOIN named USING (mail_hash)
      WHERE state = 'waiting'`.execute(transaction)
  return new Set(found.flatMap(({ hash }) => mailOf.get(hash) ?? []))
}

type RememberedGroup = Awaited<ReturnType<typeof readGroups>>[number]

/** The groups that rows name by id, or by exact name. */
async function readGroups(transaction: Transaction<Tables>, rows: readonly WantedRow[]) {
  const names = [...new Set(rows.flatMap(({ groups }) => groups))]
  if (names.length === 0) return []
  const ids = names.filter((name) => idPattern.test(name))
  return transaction
    .selectFrom('directoryGroup')
    .selectAll()
    .where('removedAt', 'is', null)
    .where(sql<boolean>`(group_id = ANY(${ids}::uuid[]) OR name = ANY(${names}::text[]))`)
    .execute()
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function findGroups(
  { groups }: Pick<WantedRow, 'groups'>,
  remembered: readonly RememberedGroup[],
): { readonly groupIds: readonly GroupId[]; readonly findings: readonly FileRowFinding[] } {
  const groupIds = new Set<GroupId>()
  const findings: FileRowFinding[] = []
  const fail = (reason: FileRowReason) => {
    if (findings.some((finding) => finding.reason === reason)) return
    findings.push({ reason, verdict: 'will-fail', column: 'groups' })
  }
  for (const named of groups) {
    const ofId = remembered.filter(({ groupId }) => groupId === named.toLowerCase())
    const found = ofId.length > 0 ? ofId : remembered.filter(({ name }) => name === named)
    const [group] = found
    if (!group) fail('group-unknown')
    else if (found.length > 1) fail('group-ambiguous')
    else if (!takesGuests(group)) fail('group-not-invitable')
    else groupIds.add(group.groupId)
  }
  return { groupIds: [...groupIds], findings }
}

function judgeSponsor(
  { sponsorMail, findings }: WantedRow,
  { sponsors }: FileFacts,
): readonly FileRowFinding[] {
  if (sponsorMail === undefined) return []
  if (findings.some(({ reason }) => reason === 'sponsor-not-possible')) return []
  const isPossible = sponsors.get(sponsorMail.toLowerCase())
  if (isPossible === true) return []
  const about = { reason: 'sponsor-not-possible', column: 'sponsor' } as const
  return isPossible === false
    ? [{ ...about, verdict: 'will-fail' }]
    : [{ ...about, verdict: 'not-checked', needs: 'asked-when-sent' }]
}
