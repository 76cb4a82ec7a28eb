import { sql } from 'kysely'
import type { OwnedStore } from '../src/store/store.ts'
import type { OrganizationId } from '@foyer/contracts/ids'
import { checkChain } from '../test/support/journal-checker.ts'
import type { Leaver } from './guests.ts'
import type { Invitees } from './invitees.ts'

// What is true stands in the log of the simulator; what Foyer says of it, in its store. This shares
// nothing with the code that works: it reads tables by their names.

export interface Truth {
  readonly effects: readonly {
    readonly what: string
    readonly organization: string
    readonly targets: Readonly<Record<string, string>>
  }[]
  readonly mails: readonly { readonly to: string; readonly messageId?: string }[]
  readonly repeats: readonly object[]
}

/** What does not fit, in figures. */
export interface Verdict {
  readonly accepted: number
  /** Of what is never so, also while work is under way. */
  readonly never: {
    readonly twice: number
    /** Said to be done, and not done. */
    readonly untrue: number
    /** In the journal more than once. */
    readonly writtenTwice: number
    readonly chainFaults: number
    readonly wrongSnapshots: number
    /** Done, and no mail in the outbox. */
    readonly untold: number
    readonly mailsTwice: number
  }
  /** Of what is so no more, once all work has ended. */
  readonly notYet: {
    readonly lost: number
    /** Done, and not in the journal. */
    readonly journalGaps: number
    readonly mailsMissing: number
    readonly unended: number
  }
  /** Mails that were handed over once more, with the same Message-ID, since nobody heard the answer. */
  readonly mailsRepeated: number
  /** Of one step, with every kill and restart counted. */
  readonly mostAttempts: number
}

interface Row {
  readonly leavingId: string
  readonly guestId: string
  readonly groupId: string | null
  readonly state: string
  readonly holdings: { readonly memberOf: readonly string[] } | null
  readonly isTold: boolean
}

/** @param readTruth is asked after the store was read: what is written was true before. */
export async function check(
  store: OwnedStore,
  readTruth: () => Promise<Truth>,
  leavers: readonly Leaver[],
  invitees?: Invitees,
): Promise<Verdict> {
  const said: Said[] = []
  for (const organizationId of new Set(leavers.map((each) => each.organizationId))) {
    said.push(await readSaid(store, organizationId))
  }
  const truth = await readTruth()
  const verdicts = said.map((each) => compare(each, truth, leavers))
  if (invitees) verdicts.push(compareInvited(await readInvited(store, invitees), truth, invitees))
  const sum = <T extends object>(parts: readonly T[]) =>
    Object.fromEntries(
      Object.keys(parts[0] ?? {}).map((name) => [
        name,
        parts.reduce((all, part) => all + Number(part[name as keyof T]), 0),
      ]),
    ) as { [name in keyof T]: number }
  const never = sum(verdicts.map((verdict) => verdict.never))
  const mailsTwice = countTwice(truth.mails.map(({ to, messageId }) => `${to} ${messageId}`))
  return {
    accepted: leavers.length + (invitees?.mails.length ?? 0),
    never: { ...never, mailsTwice: never.mailsTwice + mailsTwice },
    notYet: sum(verdicts.map((verdict) => verdict.notYet)),
    mailsRepeated: truth.repeats.length,
    mostAttempts: Math.max(...said.map(({ mostAttempts }) => mostAttempts)),
  }
}

/** What Foyer says of one organization. */
interface Said {
  readonly organizationId: string
  readonly leavings: readonly Row[]
  /** The subjects of what was written down as done. */
  readonly written: readonly string[]
  readonly open: number
  readonly mostAttempts: number
  readonly chainFaults: number
}

/** Puts a question about one organization, which stands in it as $own. */
function askerOf(store: OwnedStore, organizationId: string) {
  return async <T>(query: string) =>
    store.database.transaction().execute(async (transaction) => {
      await sql`SELECT set_config('foyer.organization', ${organizationId}, true)`.execute(
        transaction,
      )
      return (
        await sql.raw<T>(query.replaceAll('$own', `'${organizationId}'`)).execute(transaction)
      ).rows
    })
}

async function readSaid(store: OwnedStore, organizationId: string): Promise<Said> {
  const ask = askerOf(store, organizationId)
  const chainFaults = await checkChain(store, organizationId as OrganizationId)
  const written = await ask<{ subject: string }>(
    `SELECT subject_id::text AS subject FROM journal
     WHERE organization_id = $own AND outcome = 'done' AND act LIKE 'leave-%'`,
  )
  const leavings = await ask<Row>(
    `SELECT leaving_id, guest_id, group_id, state, holdings, EXISTS (
       SELECT FROM mail WHERE mail.organization_id = $own AND mail.guest_id = leaving.guest_id
     ) AS is_told
     FROM leaving WHERE organization_id = $own`,
  )
  const [steps] = await ask<{ open: number; most: number }>(
    `SELECT count(*) FILTER (WHERE state <> 'done')::int AS open, coalesce(max(attempts), 0)::int AS most
     FROM step WHERE organization_id = $own AND (kind LIKE 'leave-%' OR kind = 'mail')`,
  )
  return {
    organizationId,
    leavings,
    written: written.map(({ subject }) => subject),
    open: steps?.open ?? 0,
    mostAttempts: steps?.most ?? 0,
    chainFaults: chainFaults.length,
  }
}

function compare(
  { organizationId, leavings, written, open, chainFaults }: Said,
  truth: Truth,
  everybody: readonly Leaver[],
): Pick<Verdict, 'never' | 'notYet'> {
  const leavers = everybody.filter((each) => each.organizationId === organizationId)
  const leaverOf = new Map(leavers.map((leaver) => [leaver.personId, leaver]))
  const slug = leavers[0]?.slug
  const effects = truth.effects
    .filter(({ organization }) => organization === slug)
    .flatMap(({ what, targets }) => {
      if (what === 'user-deleted') return [actOf(targets['userId'] ?? '', null)]
      if (what !== 'member-removed') return []
      return [actOf(targets['memberId'] ?? '', targets['groupId'] ?? '')]
    })
  const happened = new Set(effects)
  const rows = leavings.map((row) => ({ ...row, act: actOf(row.guestId, row.groupId) }))
  const done = rows.filter(({ state }) => state === 'done')
  const actOfLeaving = new Map(rows.map(({ leavingId, act }) => [leavingId, act]))
  const writtenActs = written.map((subject) => actOfLeaving.get(subject) ?? subject)
  const said = new Set([...writtenActs, ...done.map(({ act }) => act)])
  const isWritten = new Set(writtenActs)
  const told = Map.groupBy(truth.mails, ({ to }) => to)
  return {
    never: {
      twice: countTwice(effects),
      untrue: [...said].filter((act) => !happened.has(act)).length,
      writtenTwice: countTwice(writtenActs),
      chainFaults,
      wrongSnapshots: done.filter(({ guestId, groupId, holdings }) => {
        const leaver = leaverOf.get(guestId)
        if (groupId !== null || !leaver) return false
        const kept = [...(holdings?.memberOf ?? [])].toSorted()
        return kept.join() !== [...leaver.groupIds].toSorted().join()
      }).length,
      untold: done.filter(({ isTold }) => !isTold).length,
      // Everybody here leaves one thing, and is told of it once.
      mailsTwice: leavers.filter(({ mail }) => (told.get(mail)?.length ?? 0) > 1).length,
    },
    notYet: {
      lost: leavers.filter(
        ({ personId, groupId }) => !happened.has(actOf(personId, groupId ?? null)),
      ).length,
      journalGaps: [...happened].filter((act) => !isWritten.has(act)).length,
      mailsMissing: leavers.filter(({ mail }) => !told.has(mail)).length,
      unended: open,
    },
  }
}

/** What Foyer says of whoever is invited by a file. */
interface Invited {
  /** The invitations that were written down. */
  readonly written: readonly string[]
  readonly invitations: number
  readonly open: number
}

async function readInvited(store: OwnedStore, { organizationId }: Invitees): Promise<Invited> {
  const ask = askerOf(store, organizationId)
  const written = await ask<{ subject: string }>(
    `SELECT subject_id::text AS subject FROM journal
     WHERE organization_id = $own AND outcome = 'asked' AND act = 'invite'`,
  )
  const [counts] = await ask<{ invitations: number; open: number }>(
    `SELECT (SELECT count(*) FROM invitation WHERE organization_id = $own)::int AS invitations,
       (SELECT count(*) FROM invitation_item
        WHERE organization_id = $own AND state = 'waiting')::int AS open`,
  )
  return {
    written: written.map(({ subject }) => subject),
    invitations: counts?.invitations ?? 0,
    open: counts?.open ?? 0,
  }
}

function compareInvited(
  { written, invitations, open }: Invited,
  { mails }: Truth,
  invitees: Invitees,
): Pick<Verdict, 'never' | 'notYet'> {
  const told = Map.groupBy(mails, ({ to }) => to)
  const wanted = invitees.mails.length
  return {
    never: {
      twice: Math.max(invitations - wanted, 0),
      untrue: 0,
      writtenTwice: countTwice(written),
      chainFaults: 0,
      wrongSnapshots: 0,
      untold: 0,
      mailsTwice: invitees.mails.filter((mail) => (told.get(mail)?.length ?? 0) > 1).length,
    },
    notYet: {
      lost: Math.max(wanted - invitations, 0),
      journalGaps: Math.max(invitations - new Set(written).size, 0),
      mailsMissing: invitees.mails.filter((mail) => !told.has(mail)).length,
      unended: open,
    },
  }
}

function actOf(guestId: string, groupId: string | null): string {
  return groupId === null ? guestId : `${guestId} ${groupId}`
}

function countTwice(names: readonly string[]): number {
  return names.length - new Set(names).size
}
