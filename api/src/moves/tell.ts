import { maskAddress } from '@foyer/lifecycle/invitation'
import type { Transaction } from 'kysely'
import {
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import { languageOfGuest } from '../guests/tell.ts'
import type { NamedInsider } from '../invitations/invitation.ts'
import type { ContentOf } from '../mail/content.ts'
import { postMail } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'
import { blocksAtOf, type ToldMove } from './move.ts'

interface Telling {
  readonly connected: ConnectedOrganization
  /** By the Clock. */
  readonly at: Date
}

/** Tells the old account what is done with it, at the address that the directory holds. */
export async function tellOldAccount(
  transaction: Transaction<Tables>,
  { row, words }: ToldMove,
  {
    organizationLanguage,
    at,
    removalAt,
  }: {
    /** For whoever has not read Foyer yet. */
    readonly organizationLanguage: string
    /** By the Clock. */
    readonly at: Date
    readonly removalAt?: string
  },
  outcome: ContentOf<'guest-moves'>['outcome'],
): Promise<void> {
  const blocksAt = blocksAtOf(row)
  await postMail(transaction, {
    organizationId: row.organizationId,
    guestId: row.guestId,
    at,
    key: `move:${row.moveId}:${outcome}`,
    to: words.guest.mail,
    language: await languageOfGuest(transaction, row.guestId, organizationLanguage),
    content: {
      template: 'guest-moves',
      name: words.guest.name,
      organization: words.organization,
      by: words.askedBy,
      newAddress: maskAddress(words.mail),
      outcome,
      ...(blocksAt ? { blocksAt: blocksAt.toISOString() } : {}),
      ...(removalAt === undefined ? {} : { removalAt }),
      moveId: row.moveId,
    },
  })
}

/** Tells those who invited and vouch; the organization's contacts too, where somebody has said no. */
export async function tellInsiders(
  transaction: Transaction<Tables>,
  { row, words }: ToldMove,
  { connected, at }: Telling,
  {
    outcome,
    insiders,
  }: {
    readonly outcome: ContentOf<'move-news'>['outcome']
    readonly insiders: readonly NamedInsider[]
  },
): Promise<void> {
  const contacts = outcome === 'stopped' ? await listContacts(transaction, connected) : []
  const named = [
    ...contacts.map((mail) => ({ name: words.organization, mail })),
    ...insiders.flatMap(({ name, mail }) => (mail ? [{ name, mail }] : [])),
  ]
  const people = new Map(named.map((each) => [each.mail.toLowerCase(), each]))
  for (const { name, mail } of people.values()) {
    await postMail(transaction, {
      organizationId: row.organizationId,
      guestId: row.guestId,
      at,
      key: `move:${row.moveId}:news:${outcome}:${mail.toLowerCase()}`,
      to: mail,
      language: languageOfPeople(connected),
      content: {
        template: 'move-news',
        name,
        guest: words.guest.name,
        organization: words.organization,
        slug: connected.slug,
        guestId: (outcome === 'redeemed' ? row.toGuestId : undefined) ?? row.guestId,
        outcome,
      },
    })
  }
}

async function listContacts(
  transaction: Transaction<Tables>,
  { exitRequests }: ConnectedOrganization,
): Promise<string[]> {
  const profile = await transaction
    .selectFrom('organizationProfile')
    .select('privacyContact')
    .executeTakeFirst()
  return [profile?.privacyContact, exitRequests.escalateTo].flatMap((mail) => (mail ? [mail] : []))
}
