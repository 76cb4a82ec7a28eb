import type { Person } from '@foyer/directory/person'
import { movesOnAt } from '@foyer/lifecycle/succession'
import type { Transaction } from 'kysely'
import {
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import { languageOfGuest } from '../guests/tell.ts'
import { postMail } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'
import { readSuccessionWords, type SuccessionRow } from './succession.ts'

interface Telling {
  readonly connected: ConnectedOrganization
  /** By the Clock. */
  readonly at: Date
}

/** Tells a guest who vouches for them now, and whoever does so no more. */
export async function tellOfSponsor(
  transaction: Transaction<Tables>,
  row: SuccessionRow,
  { comes, leaves }: { readonly comes: Person; readonly leaves: Person | undefined },
  { connected, at }: Telling,
): Promise<void> {
  const words = await readSuccessionWords(transaction, row)
  if (!words) return
  const { organizationId, guestId, successionId } = row
  const { guest, organization } = words
  const common = { organization, slug: connected.slug, by: comes.name }
  const language = languageOfPeople(connected)
  if (guest.mail) {
    await postMail(transaction, {
      organizationId,
      guestId,
      at,
      key: `succession:${successionId}:guest`,
      to: guest.mail,
      language: await languageOfGuest(transaction, guestId, language),
      content: { template: 'sponsor-changed', name: guest.name, ...common },
    })
  }
  if (leaves?.mail) {
    await postMail(transaction, {
      organizationId,
      guestId,
      at,
      key: `succession:${successionId}:leaves`,
      to: leaves.mail,
      language,
      content: { template: 'guest-handed-over', name: leaves.name, guest: guest.name, ...common },
    })
  }
}

/** Asks somebody, by a mail whose button opens the page on which they answer. */
export async function tellOfAsk(
  transaction: Transaction<Tables>,
  row: SuccessionRow,
  person: Person,
  { connected, at }: Telling,
): Promise<void> {
  const words = await readSuccessionWords(transaction, row)
  if (!words || !person.mail) return
  await postMail(transaction, {
    organizationId: row.organizationId,
    guestId: row.guestId,
    at,
    key: `succession:${row.successionId}:asked:${person.personId}`,
    to: person.mail,
    language: languageOfPeople(connected),
    content: {
      template: 'succession-asked',
      name: person.name,
      guest: words.guest.name,
      organization: words.organization,
      slug: connected.slug,
      moveAt: movesOnAt(at).toISOString(),
    },
  })
}

/** Tells the organization's contact, once a day at most, that operators have to decide. */
export async function tellOfNobody(
  transaction: Transaction<Tables>,
  { organizationId }: SuccessionRow,
  { connected, at }: Telling,
): Promise<void> {
  const profile = await transaction
    .selectFrom('organizationProfile')
    .select(['name', 'privacyContact'])
    .executeTakeFirst()
  if (!profile?.privacyContact) return
  await postMail(transaction, {
    organizationId,
    at,
    key: `nobody-vouches:${organizationId}:${at.toISOString().slice(0, 10)}`,
    to: profile.privacyContact,
    language: languageOfPeople(connected),
    content: { template: 'nobody-vouches', organization: profile.name || connected.name },
  })
}
