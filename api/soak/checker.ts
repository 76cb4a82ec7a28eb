import { sql } from 'kysely'
import type { OwnedStore } from '../src/store/store.ts'
import type { OrganizationId } from '@foyer/contracts/ids'
import { checkChain } from '../test/support/journal-checker.ts'
import type { Leaver } from './guests.ts'

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

/** What does not fit, in figures; everything but the repeats must be nothing. */
export interface Verdict {
  readonly accepted: number
  readonly lost: number
  readonly twice: number
  readonly journalGaps: number
  readonly chainFaults: number
  readonly wrongSnapshots: number
  readonly mailsMissing: number
  readonly mailsTwice: number
  readonly unended: number
  /** Mails that were handed over once more, with the same Message-ID, since nobody heard the answer. */
  readonly mailsRepeated: number
  readonly mostAttempts: number
}

interface Row {
  readonly leavingId: string
  readonly guestId: string
  readonly groupId: string | null
  readonly state: string
  readonly holdings: { readonly memberOf: readonly string[] } | null
}

export async function check(
  store: OwnedStore,
  truth: Truth,
  leavers: readonly Leaver[],
): Promise<Verdict> {
  const verdicts: Verdict[] = []
  for (const organizationId of new Set(leavers.map((each) => each.organizationId))) {
    const own = leavers.filter((each) => each.organizationId === organizationId)
    verdicts.push(await checkOrganization(store, truth, organizationId, own))
  }
  const sum = (name: keyof Verdict) => verdicts.reduce((all, each) => all + each[name], 0)
  return {
    accepted: sum('accepted'),
    lost: sum('lost'),
    twice: sum('twice'),
    journalGaps: sum('journalGaps'),
    chainFaults: sum('chainFaults'),
    wrongSnapshots: sum('wrongSnapshots'),
    mailsMissing: sum('mailsMissing'),
    mailsTwice:
      sum('mailsTwice') + countTwice(truth.mails.map(({ to, messageId }) => `${to} ${messageId}`)),
    unended: sum('unended'),
    mailsRepeated: truth.repeats.length,
    mostAttempts: Math.max(...verdicts.map(({ mostAttempts }) => mostAttempts)),
  }
}

async function checkOrganization(
  store: OwnedStore,
  truth: Truth,
  organizationId: string,
  leavers: readonly Leaver[],
): Promise<Verdict> {
  const ask = async <T>(query: string) =>
    store.database.transaction().execute(async (transaction) => {
      await sql`SELECT set_config('foyer.organization', ${organizationId}, true)`.execute(
        transaction,
      )
      return (
        await sql.raw<T>(query.replaceAll('$own', `'${organizationId}'`)).execute(transaction)
      ).rows
    })
  const leavings = await ask<Row>(
    'SELECT leaving_id, guest_id, group_id, state, holdings FROM leaving WHERE organization_id = $own',
  )
  const journal = await ask<{ subject: string; outcome: string }>(
    'SELECT subject_id::text AS subject, outcome FROM journal WHERE organization_id = $own',
  )
  const [steps] = await ask<{ open: number; most: number }>(
    `SELECT count(*) FILTER (WHERE state <> 'done')::int AS open, coalesce(max(attempts), 0)::int AS most
     FROM step WHERE organization_id = $own AND (kind LIKE 'leave-%' OR kind = 'mail')`,
  )

  const rows = leavings.map((row) => ({ ...row, act: actOf(row.guestId, row.groupId) }))
  const done = new Set(rows.filter(({ state }) => state === 'done').map(({ act }) => act))
  const slug = leavers[0]?.slug
  const effects = truth.effects
    .filter(({ organization }) => organization === slug)
    .flatMap(({ what, targets }) => {
      if (what === 'user-deleted') return [actOf(targets['userId'] ?? '', null)]
      if (what !== 'member-removed') return []
      return [actOf(targets['memberId'] ?? '', targets['groupId'] ?? '')]
    })
  const happened = new Set(effects)
  const wanted = leavers.map(({ personId, groupId }) => actOf(personId, groupId ?? null))
  const written = Map.groupBy(
    journal.filter(({ outcome }) => outcome === 'done'),
    ({ subject }) => subject,
  )
  const told = Map.groupBy(truth.mails, ({ to }) => to)
  return {
    accepted: wanted.length,
    lost: wanted.filter((act) => !happened.has(act)).length,
    twice: countTwice(effects),
    journalGaps:
      rows.filter(
        ({ leavingId: id, act }) => (written.get(id)?.length ?? 0) !== (happened.has(act) ? 1 : 0),
      ).length + [...happened].filter((act) => !done.has(act)).length,
    chainFaults: (await checkChain(store, organizationId as OrganizationId)).length,
    wrongSnapshots: rows.filter(({ guestId: id, groupId: group, holdings }) => {
      const leaver = leavers.find(({ personId }) => personId === id)
      if (group !== null || !leaver) return false
      const kept = [...(holdings?.memberOf ?? [])].toSorted()
      return kept.join() !== [...leaver.groupIds].toSorted().join()
    }).length,
    // Everybody here leaves one thing, and is told of it once.
    mailsMissing: leavers.filter(({ mail }) => !told.has(mail)).length,
    mailsTwice: leavers.filter(({ mail }) => (told.get(mail)?.length ?? 0) > 1).length,
    unended: steps?.open ?? 0,
    mailsRepeated: 0,
    mostAttempts: steps?.most ?? 0,
  }
}

function actOf(guestId: string, groupId: string | null): string {
  return groupId === null ? guestId : `${guestId} ${groupId}`
}

function countTwice(names: readonly string[]): number {
  return names.length - new Set(names).size
}
