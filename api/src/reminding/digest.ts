import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { weekOf } from '@foyer/lifecycle/calendar'
import { sql, type Transaction } from 'kysely'
import { readGuests, sponsoredBy } from '../guests/read-guests.ts'
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
    now,
  }: {
    readonly organizationId: OrganizationId
    readonly organization: {
      readonly name: string
      readonly slug: string
      readonly language: string
    }
    readonly inForce: InForce
    readonly now: Date
  },
): Promise<void> {
  const week = weekOf(inForce.today)
  for (const sponsor of await findSponsors(transaction, inForce)) {
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
        guests: [],
        more: 0,
      },
    })
  }
}

interface Sponsor {
  readonly personId: PersonId
  readonly name: string
  readonly mail: string
}

/** Those who vouch for somebody whose end comes, has come, or who asks. */
async function findSponsors(
  transaction: Transaction<Tables>,
  { kept, today }: InForce,
): Promise<readonly Sponsor[]> {
  const days = Math.max(0, ...kept.policy.reminderDays)
  const { rows } = await sql<Sponsor>`
    SELECT DISTINCT person.person_id, person.name, person.mail FROM guest
      JOIN guest_sponsor link ON link.guest_id = guest.guest_id AND link.kind = 'person'
      JOIN person ON person.person_id = link.sponsor_id AND person.mail IS NOT NULL
    WHERE guest.removed_at IS NULL AND (guest.ends_on <= ${today}::date + ${days}::integer
      OR EXISTS (SELECT FROM stay_request asked
        WHERE asked.guest_id = guest.guest_id AND asked.state = 'open'))
    ORDER BY person.person_id`.execute(transaction)
  return rows
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
  const isMeant = sponsoredBy(digest.sponsorId as PersonId)
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
