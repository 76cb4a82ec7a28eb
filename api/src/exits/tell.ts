import type { Transaction } from 'kysely'
import {
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import type { ContentOf, MailContent } from '../mail/content.ts'
import { postMail } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'
import type { ExitRequestRow, ExitWords } from './request.ts'

type About = Pick<
  ExitRequestRow,
  'organizationId' | 'guestId' | 'exitRequestId' | 'codeId' | 'opensAt' | 'dueAt' | 'language'
>

/** Tells the guest, at every address, that a request was filed in their name, and who answers it. */
export async function tellOfFiling(
  transaction: Transaction<Tables>,
  row: About & { readonly askedAt: Date },
  words: ExitWords,
  connected: ConnectedOrganization,
): Promise<void> {
  const { exitRequestId, codeId, askedAt: at } = row
  const { name, mail } = words.guest
  const { organization } = words
  const opensAt = row.opensAt?.toISOString()
  await tellGuest(
    transaction,
    row,
    { at, what: 'filed', to: [mail] },
    {
      template: 'exit-filed',
      name,
      organization,
      opensAt,
      dueAt: row.dueAt.toISOString(),
      exitRequestId,
    },
  )
  const others = words.addresses.filter((each) => each.toLowerCase() !== mail.toLowerCase())
  await tellGuest(
    transaction,
    row,
    { at, what: 'notice', to: others },
    {
      template: 'exit-notice',
      name,
      organization,
      opensAt,
      codeId,
    },
  )
  await tellWhoAnswers(transaction, row, words, {
    connected,
    at,
    stage: row.opensAt ? 'waiting' : 'open',
  })
}

export interface Telling {
  readonly connected: ConnectedOrganization
  /** By the Clock. */
  readonly at: Date
  readonly stage: ContentOf<'exit-asked'>['stage']
  /** Tells two of the same apart. */
  readonly occasion?: string
}

/**
 * Tells those who vouch for the guest and the privacy contact, each once on each occasion. Of one that
 * is overdue whoever the organization names for it hears too.
 */
export async function tellWhoAnswers(
  transaction: Transaction<Tables>,
  row: About,
  { guest, organization, told, privacyContact }: ExitWords,
  { connected, at, stage, occasion = stage }: Telling,
): Promise<void> {
  const { organizationId, guestId, exitRequestId } = row
  const { escalateTo } = connected.exitRequests
  const sponsors = told.filter(({ isGroup }) => !isGroup)
  const contacts = [privacyContact, stage === 'overdue' ? escalateTo : undefined].flatMap((mail) =>
    mail ? [{ name: organization, mail, isContact: true }] : [],
  )
  const people = [...sponsors.map((each) => ({ ...each, isContact: false })), ...contacts]
  for (const { name, mail, isContact } of people) {
    await postMail(transaction, {
      organizationId,
      guestId,
      at,
      key: `exit:${exitRequestId}:${occasion}:${mail.toLowerCase()}`,
      to: mail,
      language: languageOfPeople(connected),
      content: {
        template: 'exit-asked',
        name,
        guest: guest.name,
        organization,
        isContact,
        stage,
        opensAt: row.opensAt?.toISOString(),
        dueAt: row.dueAt.toISOString(),
        slug: connected.slug,
      },
    })
  }
}

/** Tells the guest what became of the request, at all addresses that are named. */
export async function tellGuest(
  transaction: Transaction<Tables>,
  { organizationId, guestId, exitRequestId, language }: About,
  { at, what, to }: { readonly at: Date; readonly what: string; readonly to: readonly string[] },
  content: MailContent,
): Promise<void> {
  for (const address of to) {
    await postMail(transaction, {
      organizationId,
      guestId,
      at,
      key: `exit:${exitRequestId}:${what}:${address.toLowerCase()}`,
      to: address,
      language,
      content,
    })
  }
}
