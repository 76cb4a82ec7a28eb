import type { Transaction } from 'kysely'
import {
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import type { MailContent } from '../mail/content.ts'
import { postMail } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'
import { keyIdOf, type ToldInvitation } from './invitation.ts'

interface Telling {
  readonly connected: ConnectedOrganization
  /** By the Clock. */
  readonly at: Date
}

/** Sends the invitation; its link is made when the mail is sent. */
export async function mailInvitation(
  transaction: Transaction<Tables>,
  { row, words }: ToldInvitation,
  { connected, at, key = `mail:${row.mailings}` }: Telling & { readonly key?: string },
): Promise<void> {
  await post(transaction, { row, words }, at, {
    key,
    to: words.mail,
    language: row.language,
    content: {
      template: 'invitation',
      name: words.name,
      organization: words.organization,
      slug: connected.slug,
      by: words.invitedBy.name,
      sponsor: words.sponsor.name,
      purpose: words.purpose,
      ...(words.message === undefined ? {} : { message: words.message }),
      accessUntil: row.endsOn,
      openUntil: row.expiresAt.toISOString(),
      code: words.code,
      invitationId: row.invitationId,
    },
  })
}

/** Reminds whoever has not answered, or has accepted and not come to the end at Microsoft. */
export async function remindOfInvitation(
  transaction: Transaction<Tables>,
  { row, words }: ToldInvitation,
  at: Date,
): Promise<void> {
  await post(transaction, { row, words }, at, {
    key: `reminder:${row.mailings}`,
    to: words.mail,
    language: row.language,
    content: {
      template: 'invitation-reminder',
      name: words.name,
      organization: words.organization,
      by: words.invitedBy.name,
      purpose: words.purpose,
      openUntil: row.expiresAt.toISOString(),
      isAccepted: row.state === 'accepted',
      code: words.code,
      invitationId: row.invitationId,
    },
  })
}

/** What whoever invited, and whoever vouches, is told. */
export type InvitationNews =
  | { readonly outcome: 'accepted' | 'redeemed' | 'held' | 'not-theirs' | 'expired' }
  | { readonly outcome: 'declined'; readonly reason: string | undefined }

export async function tellInsiders(
  transaction: Transaction<Tables>,
  { row, words }: ToldInvitation,
  { connected, at }: Telling,
  news: InvitationNews,
): Promise<void> {
  const people = new Map(
    [words.invitedBy, words.sponsor].flatMap(({ name, mail }) =>
      mail ? [[mail.toLowerCase(), { name, mail }]] : [],
    ),
  )
  for (const { name, mail } of people.values()) {
    await post(transaction, { row, words }, at, {
      // Declined, taken back and declined again: each is told.
      key: `${news.outcome}:${at.toISOString()}:${mail.toLowerCase()}`,
      to: mail,
      language: languageOfPeople(connected),
      content: {
        template: 'invitation-news',
        name,
        guest: words.name,
        organization: words.organization,
        slug: connected.slug,
        outcome: news.outcome,
        ...('reason' in news && news.reason !== undefined ? { reason: news.reason } : {}),
      },
    })
  }
}

async function post(
  transaction: Transaction<Tables>,
  { row }: ToldInvitation,
  at: Date,
  mail: {
    readonly key: string
    readonly to: string
    readonly language: string
    readonly content: MailContent
  },
): Promise<void> {
  await postMail(transaction, {
    organizationId: row.organizationId,
    guestId: keyIdOf(row),
    at,
    ...mail,
    key: `invitation:${row.invitationId}:${mail.key}`,
  })
}
