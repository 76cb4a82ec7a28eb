import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { EndReason, Policy } from '@foyer/contracts/policy'
import { startDeadline } from '@foyer/directory/deadline'
import { addDays, type Day } from '@foyer/lifecycle/calendar'
import { nextEvent } from '@foyer/lifecycle/standing'
import { sql, type Transaction } from 'kysely'
import {
  type ConnectedOrganization,
  connectedOf,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import { lapseDoubts } from '../doubts/doubt.ts'
import {
  type GroupVouchers,
  listGroupVouchers,
  type ReachableVoucher,
} from '../guests/who-vouches.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import { postMail } from '../mail/post.ts'
import { lapseStayRequests } from '../stays/lapse.ts'
import { findInForce, type InForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import type { StepKind } from '../work/step.ts'
import { findVouchingGroups, postDigests } from './digest.ts'

/** The kind of the daily steps that tell people of the ends that come. */
export const remindKind = 'remind'

/** So many in one transaction. */
const pageSize = 200

interface Due {
  readonly guestId: PersonId
  readonly name: string
  readonly mail: string | null
  readonly endsOn: Day
  readonly endsBecause: EndReason
  readonly nextKind: 'remind' | 'end'
  readonly language: string | null
  readonly isAsked: boolean
}

/** Whom a reminder names, and in which words. */
interface Telling {
  readonly organizationId: OrganizationId
  readonly organization: { readonly name: string; readonly slug: string; readonly language: string }
  readonly inForce: InForce
  readonly byGroups: GroupVouchers
  /** By the Clock. */
  readonly now: Date
}

/**
 * Tells guests of the ends that come, on the days that the policy says; those who vouch for them hear
 * of them once a week together, and alone of what cannot wait so long. What was told of is not told
 * again, however often a step is tried; a day that was missed is made up for by one mail, not by each.
 */
export function remindWork({
  directory,
  clock,
  deadlineMs,
  organizations,
}: LeavingSetting): StepKind {
  return {
    kind: remindKind,
    async run(step) {
      const connected = connectedOf(organizations, step.organizationId)
      const groupIds = await step.note(async (transaction) => {
        const inForce = await findInForce(transaction, clock.now())
        return inForce && connected.groupsVouch ? findVouchingGroups(transaction, inForce) : []
      })
      const here = directory.of(step.organizationId, startDeadline(deadlineMs, step.ending), {
        isPatient: true,
      })
      const byGroups = await listGroupVouchers(here, connected, groupIds)
      const prepare = async (transaction: Transaction<Tables>) =>
        prepareTelling(transaction, connected, byGroups, clock.now())
      for (;;) {
        const told = await step.note(async (transaction) => {
          const telling = await prepare(transaction)
          return telling ? remindPage(transaction, telling) : 0
        })
        if (told < pageSize) break
        step.ending.throwIfAborted()
      }
      await step.finish(async (transaction) => {
        const telling = await prepare(transaction)
        if (!telling) return
        await lapseStayRequests(transaction, telling.inForce.today, telling.now)
        await lapseDoubts(transaction, telling.inForce.today, telling.now)
        await postDigests(transaction, telling)
      })
    },
    async giveUp() {},
  }
}

async function prepareTelling(
  transaction: Transaction<Tables>,
  connected: ConnectedOrganization,
  byGroups: GroupVouchers,
  now: Date,
): Promise<Telling | undefined> {
  const inForce = await findInForce(transaction, now)
  if (!inForce) return undefined
  const profile = await transaction
    .selectFrom('organizationProfile')
    .select('name')
    .executeTakeFirst()
  return {
    organizationId: connected.organizationId,
    organization: {
      name: profile?.name || connected.name,
      slug: connected.slug,
      language: languageOfPeople(connected),
    },
    inForce,
    byGroups,
    now,
  }
}

/** @returns how many were due. */
async function remindPage(transaction: Transaction<Tables>, telling: Telling): Promise<number> {
  const { policy } = telling.inForce.kept
  const { today } = telling.inForce
  const { rows } = await sql<Due>`
    SELECT guest.guest_id, name, mail, ends_on, ends_because, next_kind, term.language,
      EXISTS (SELECT FROM stay_request asked WHERE asked.organization_id = guest.organization_id
        AND asked.guest_id = guest.guest_id AND asked.state = 'open') AS is_asked
    FROM guest LEFT JOIN term USING (organization_id, guest_id)
    WHERE removed_at IS NULL AND next_on <= ${today} AND ends_on IS NOT NULL
      AND standing_of IS NOT NULL
    ORDER BY guest.organization_id, next_on, guest.guest_id LIMIT ${pageSize}
    FOR UPDATE OF guest`.execute(transaction)
  for (const due of rows) {
    if (due.nextKind === 'remind' && due.endsOn >= today) await remind(transaction, telling, due)
    const end = { on: due.endsOn, because: due.endsBecause }
    const standing = { owner: 'foyer', end, others: [] } as const
    const next = due.nextKind === 'end' ? undefined : nextEvent(standing, policy, addDays(today, 1))
    await sql`UPDATE guest SET next_kind = ${next?.kind ?? null}, next_on = ${next?.on ?? null}
      WHERE guest_id = ${due.guestId}`.execute(transaction)
  }
  return rows.length
}

async function remind(transaction: Transaction<Tables>, telling: Telling, due: Due): Promise<void> {
  const { organizationId, organization, inForce, byGroups, now } = telling
  const { guestId, name, mail, endsOn, endsBecause: because, isAsked } = due
  const { name: organizationName, slug } = organization
  if (mail) {
    await postMail(transaction, {
      organizationId,
      guestId,
      at: now,
      key: `ends:${guestId}:${endsOn}:${inForce.today}`,
      to: mail,
      language: due.language ?? organization.language,
      content: {
        template: 'access-ends',
        name,
        organization: organizationName,
        slug,
        endsOn,
        because,
        isAsked,
      },
    })
  }
  if (canWait(endsOn, inForce.kept.policy, inForce.today)) return
  for (const sponsor of await findVouchers(transaction, guestId, byGroups)) {
    await postMail(transaction, {
      organizationId,
      guestId,
      at: now,
      key: `ends:${guestId}:${endsOn}:${inForce.today}:${sponsor.personId}`,
      to: sponsor.mail,
      language: organization.language,
      content: {
        template: 'guest-ends',
        name: sponsor.name,
        guest: name,
        guestId,
        organization: organizationName,
        slug,
        endsOn,
        because,
        isAsked,
      },
    })
  }
}

/** Whether another reminder comes before the end: those who vouch hear of it together till then. */
function canWait(endsOn: Day, { reminderDays }: Pick<Policy, 'reminderDays'>, today: Day): boolean {
  return reminderDays.some((days) => addDays(endsOn, -days) > today)
}

/** Those who vouch for a guest, by themselves or by a group. */
async function findVouchers(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  byGroups: GroupVouchers,
): Promise<readonly ReachableVoucher[]> {
  const { rows } = await sql<{
    readonly sponsorId: PersonId
    readonly name: string | null
    readonly mail: string | null
  }>`
    SELECT link.sponsor_id, person.name, person.mail FROM guest_sponsor link
      LEFT JOIN person ON person.person_id = link.sponsor_id
    WHERE link.guest_id = ${guestId} ORDER BY link.sponsor_id`.execute(transaction)
  return rows.flatMap(({ sponsorId: personId, name, mail }) =>
    name !== null && mail !== null ? [{ personId, name, mail }] : (byGroups.get(personId) ?? []),
  )
}
