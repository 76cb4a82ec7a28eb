import type { Transaction } from 'kysely'
import {
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import { languageOfGuest } from '../guests/tell.ts'
import type { ContentOf, MailContent } from '../mail/content.ts'
import { postMail } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'
import {
  isSameAddress,
  type NamedOperator,
  readResetWords,
  type ResetRow,
  type ResetWords,
} from './reset.ts'

export interface Telling {
  readonly connected: ConnectedOrganization
  /** By the Clock. */
  readonly at: Date
}

/** Asks whoever reads the address that the directory has. */
export async function askWhoReads(
  transaction: Transaction<Tables>,
  row: ResetRow,
  words: ResetWords,
  telling: Telling,
): Promise<void> {
  await writeTo(transaction, row, telling, words.from, {
    template: 'reset-asked',
    name: words.guest,
    organization: words.organization,
    by: words.askedBy.name,
    reason: words.reason,
    to: words.to,
    isSameAddress: isSameAddress(words),
    lapsesAt: row.lapsesAt.toISOString(),
    resetId: row.resetId,
  })
}

/** Tells the old address that the time has begun in which it can be stopped. */
export async function tellOfDelay(
  transaction: Transaction<Tables>,
  row: ResetRow,
  words: ResetWords,
  telling: Telling & { readonly opensAt: Date },
): Promise<void> {
  await writeTo(transaction, row, telling, words.from, {
    template: 'reset-waits',
    name: words.guest,
    organization: words.organization,
    to: words.to,
    isSameAddress: isSameAddress(words),
    opensAt: telling.opensAt.toISOString(),
    resetId: row.resetId,
  })
}

/** Tells both addresses that the guest signs in anew, and with which account. */
export async function tellOfReset(
  transaction: Transaction<Tables>,
  row: ResetRow,
  words: ResetWords,
  telling: Telling,
): Promise<void> {
  const { guest: name, organization, from, to } = words
  for (const address of new Set([from.toLowerCase(), to.toLowerCase()])) {
    const isReader = address === to.toLowerCase()
    await writeTo(transaction, row, telling, isReader ? to : from, {
      template: 'reset-done',
      name,
      organization,
      slug: telling.connected.slug,
      to,
      isReader,
    })
  }
}

/** Tells the old address that its sign-in stays as it is. */
export async function tellOfStop(
  transaction: Transaction<Tables>,
  row: ResetRow,
  words: ResetWords,
  telling: Telling,
): Promise<void> {
  const { guest: name, organization, from } = words
  await writeTo(transaction, row, telling, from, { template: 'reset-stopped', name, organization })
}

async function writeTo(
  transaction: Transaction<Tables>,
  { organizationId, guestId, resetId }: ResetRow,
  { connected, at }: Telling,
  to: string,
  content: MailContent,
): Promise<void> {
  await postMail(transaction, {
    organizationId,
    guestId,
    at,
    key: `reset:${resetId}:${content.template}:${to.toLowerCase()}`,
    to,
    language: await languageOfGuest(transaction, guestId, languageOfPeople(connected)),
    content,
  })
}

export interface News {
  readonly outcome: ContentOf<'reset-news'>['outcome']
  /** Whoever did it, where that is not who reads it. */
  readonly by?: string
  readonly opensAt?: Date
}

/** Tells people of the organization how it goes, each once. */
export async function tellPeople(
  transaction: Transaction<Tables>,
  row: ResetRow,
  people: readonly (NamedOperator | undefined)[],
  { outcome, by, opensAt }: News,
  { connected, at }: Telling,
): Promise<void> {
  const words = await readResetWords(transaction, row)
  if (!words) return
  for (const person of people) {
    if (!person?.mail) continue
    await postMail(transaction, {
      organizationId: row.organizationId,
      guestId: row.guestId,
      at,
      key: `reset:${row.resetId}:${outcome}:${person.mail.toLowerCase()}`,
      to: person.mail,
      language: languageOfPeople(connected),
      content: {
        template: 'reset-news',
        name: person.name,
        guest: words.guest,
        guestId: row.guestId,
        organization: words.organization,
        slug: connected.slug,
        outcome,
        ...(by === undefined ? {} : { by }),
        ...(opensAt ? { opensAt: opensAt.toISOString() } : {}),
      },
    })
  }
}

/** Who finds another operator: whom the organization names. */
export async function listContacts(
  transaction: Transaction<Tables>,
  { exitRequests }: ConnectedOrganization,
  organization: string,
): Promise<readonly NamedOperator[]> {
  const profile = await transaction
    .selectFrom('organizationProfile')
    .select('privacyContact')
    .executeTakeFirst()
  const addresses = [profile?.privacyContact, exitRequests.escalateTo]
  return addresses.flatMap((mail) => (mail ? [{ name: organization, mail }] : []))
}
