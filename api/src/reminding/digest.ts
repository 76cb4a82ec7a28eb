import type { OrganizationId } from '@foyer/contracts/ids'
import { weekOf } from '@foyer/lifecycle/calendar'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { readGuests, sponsoredBy } from '../guests/read-guests.ts'
import type { GroupVouchers, ReachableVoucher } from '../guests/who-vouches.ts'
import type { ContentOf } from '../mail/content.ts'
import { postMail } from '../mail/post.ts'
import { findInForce, type InForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'

/** So many are named; the page shows all of them. */
const mostNames = 20

/**
 * Tells everybody who vouches for guests, once a week, which of them need a word. Whom, is read when
 * the mail is sent: the outbox keeps no name of a guest, and what was settled meanwhile is not told.
 */
export async function postDigests(
  transaction: Transaction<Tables>,
  {
    organizationId,
    organization,
    inForce,
    byGroups,
    now,
  }: {
    readonly organizationId: OrganizationId
    readonly organization: {
      readonly name: string
      readonly slug: string
      readonly language: string
    }
    readonly inForce: InForce
    readonly byGroups: GroupVouchers
    readonly now: Date
  },
): Promise<void> {
  const week = weekOf(inForce.today)
  for (const sponsor of await findVouchers(transaction, inForce, byGroups)) {
    await postMail(transaction, {
      organizationId,
      at: now,
      key: `digest:${sponsor.personId}:${week}`,
      to: sponsor.mail,
      language: organization.language,
      content: {
        template: 'sponsor-digest',
        name: sponsor.name,
        organization: organization.name,
        slug: organization.slug,
        sponsorId: sponsor.personId,
        groupIds: sponsor.groupIds,
        guests: [],
        more: 0,
      },
    })
  }
}

interface Voucher extends ReachableVoucher {
  readonly groupIds: readonly string[]
}

/** Those who vouch, by themselves or by a group, for somebody whose end comes, has come, or who asks. */
async function findVouchers(
  transaction: Transaction<Tables>,
  inForce: InForce,
  byGroups: GroupVouchers,
): Promise<Iterable<Voucher>> {
  const { rows } = await sql<ReachableVoucher>`
    SELECT DISTINCT person.person_id, person.name, person.mail FROM guest
      JOIN guest_sponsor link ON link.guest_id = guest.guest_id AND link.kind = 'person'
      JOIN person ON person.person_id = link.sponsor_id AND person.mail IS NOT NULL
    WHERE ${needsWord(inForce)} ORDER BY person.person_id`.execute(transaction)
  const vouchers = new Map<string, Voucher>(
    rows.map((person) => [person.personId, { ...person, groupIds: [] }]),
  )
  for (const [groupId, members] of byGroups) {
    for (const member of members) {
      const { groupIds } = vouchers.get(member.personId) ?? { groupIds: [] }
      vouchers.set(member.personId, { ...member, groupIds: [...groupIds, groupId] })
    }
  }
  return vouchers.values()
}

/** The groups that vouch for somebody of whom those who vouch are told. */
export async function findVouchingGroups(
  transaction: Transaction<Tables>,
  inForce: InForce,
): Promise<readonly string[]> {
  const { rows } = await sql<{ sponsorId: string }>`
    SELECT DISTINCT link.sponsor_id FROM guest
      JOIN guest_sponsor link ON link.guest_id = guest.guest_id AND link.kind = 'group'
    WHERE ${needsWord(inForce)} ORDER BY link.sponsor_id`.execute(transaction)
  return rows.map(({ sponsorId }) => sponsorId)
}

function needsWord({ kept, today }: InForce): RawBuilder<unknown> {
  const days = Math.max(0, ...kept.policy.reminderDays)
  return sql`guest.removed_at IS NULL AND (guest.ends_on <= ${today}::date + ${days}::integer
    OR EXISTS (SELECT FROM stay_request asked
      WHERE asked.guest_id = guest.guest_id AND asked.state = 'open'))`
}

/**
 * A digest with the guests that need a word now.
 *
 * @returns undefined where none does any more.
 */
export async function fillDigest(
  transaction: Transaction<Tables>,
  digest: ContentOf<'sponsor-digest'>,
  now: Date,
): Promise<ContentOf<'sponsor-digest'> | undefined> {
  const inForce = await findInForce(transaction, now)
  const isMeant = sponsoredBy([digest.sponsorId, ...(digest.groupIds ?? [])])
  const guests = (await readGuests(transaction, inForce, isMeant)).filter(({ need }) => need)
  if (guests.length === 0) return undefined
  return {
    ...digest,
    guests: guests.slice(0, mostNames).map(({ name, end, need }) => ({
      guest: name,
      ...(end ? { endsOn: end.on, because: end.because } : {}),
      isAsked: need === 'asks',
    })),
    more: Math.max(0, guests.length - mostNames),
  }
}
