import { datesAfterRemoval } from '@foyer/lifecycle/depart'
import type { Transaction } from 'kysely'
import type { LeavingWords } from '../leaving/leaving.ts'
import { postMail } from '../mail/post.ts'
import type { DoneLeaving } from '../restoring/restoration.ts'
import type { Tables } from '../store/tables.ts'

export interface Telling {
  readonly organizationLanguage: string
  /** Who is told where nobody who has a mail address can answer. */
  readonly privacyContact: string | undefined
  /** Where they answer. */
  readonly slug: string
  /** By the Clock. */
  readonly at: Date
  /** When it was asked, where they are told once more. */
  readonly remindedOf?: Date
}

/** Tells whoever can answer that a guest asks to come back: once, and once more. */
export async function tellWhoCanAnswer(
  transaction: Transaction<Tables>,
  { organizationId, guestId, leavingId, leftAt }: DoneLeaving,
  { guest, organization, told }: LeavingWords,
  { organizationLanguage, privacyContact, slug, at, remindedOf }: Telling,
): Promise<void> {
  const sponsors = told.filter(({ isGroup }) => !isGroup)
  const isContact = sponsors.length === 0
  const contact = privacyContact ? [{ name: organization, mail: privacyContact }] : []
  for (const { name, mail } of isContact ? contact : sponsors) {
    await postMail(transaction, {
      organizationId,
      guestId,
      at,
      key: `return-request:${leavingId}:${remindedOf ? 'again:' : ''}${mail.toLowerCase()}`,
      to: mail,
      language: organizationLanguage,
      content: {
        template: 'return-asked',
        name,
        guest: guest.name,
        organization,
        slug,
        isContact,
        ...(remindedOf ? { firstAskedAt: remindedOf.toISOString() } : {}),
        leftAt: leftAt.toISOString(),
        restorableUntil: datesAfterRemoval(leftAt).restorableUntil.toISOString(),
      },
    })
  }
}
