import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { EndReason, Policy } from '@foyer/contracts/policy'
import { addDays, type Day } from '@foyer/lifecycle/calendar'
import { nextEvent } from '@foyer/lifecycle/standing'
import { sql, type Transaction } from 'kysely'
import type { Clock } from '../clock.ts'
import {
  type ConnectedOrganization,
  connectedOf,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import { postMail } from '../mail/post.ts'
import { lapseStayRequests } from '../stays/lapse.ts'
import { findInForce, type InForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import type { StepKind } from '../work/step.ts'
import { postDigests } from './digest.ts'

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
  /** By the Clock. */
  readonly now: Date
}

/**
 * Tells guests of the ends that come, on the days that the policy says; those who vouch for them hear
 * of them once a week together, and alone of what cannot wait so long. What was told of is not told
 * again, however often a step is tried; a day that was missed is made up for by one mail, not by each.
 */
export function remindWork({
  clock,
  organizations,
}: {
  readonly clock: Pick<Clock, 'now'>
  readonly organizations: readonly ConnectedOrganization[]
}): StepKind {
  return {
    kind: remindKind,
    async run(step) {
      const connected = connectedOf(organizations, step.organizationId)
      for (;;) {
        const told = await step.note(async (transaction) => {
          const telling = await prepare(transaction, step.organizationId, connected, clock.now())
          return telling ? remindPage(transaction, telling) : 0
        })
        if (told < pageSize) break
        step.ending.throwIfAborted()
      }
      await step.finish(async (transaction) => {
        const telling = await prepare(transaction, step.organizationId, connected, clock.now())
        if (!telling) return
        await lapseStayRequests(transaction, telling.inForce.today, telling.now)
        await postDigests(transaction, telling)
      })
    },
    async giveUp() {},
  }
}

async function prepare(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  connected: ConnectedOrganization,
  now: Date,
): Promise<Telling | undefined> {
  const inForce = await findInForce(transaction, now)
  if (!inForce) return undefined
  const profile = await transaction
    .selectFrom('organizationProfile')
    .select('name')
    .executeTakeFirst()
  return {
    organizationId,
    organization: {
      name: profile?.name || connected.name,
      slug: connected.slug,
      language: languageOfPeople(connected),
    },
    inForce,
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
  const { organizationId, organization, inForce, now } = telling
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
  const sponsors = await findSponsors(transaction, guestId)
  for (const sponsor of sponsors) {
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

interface Sponsor {
  readonly personId: PersonId
  readonly name: string
  readonly mail: string
}

async function findSponsors(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<readonly Sponsor[]> {
  const { rows } = await sql<Sponsor>`
    SELECT person.person_id, person.name, person.mail FROM guest_sponsor link
      JOIN person ON person.person_id = link.sponsor_id
    WHERE link.guest_id = ${guestId} AND link.kind = 'person' AND person.mail IS NOT NULL
    ORDER BY person.person_id`.execute(transaction)
  return rows
}
