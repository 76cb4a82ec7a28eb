import { randomUUID } from 'node:crypto'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { addSteps } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'
import { keepGuestKey } from '../words/guest-key.ts'
import { sealWords } from '../words/seal.ts'
import type { MailContent } from './content.ts'

/** The kind of the steps that send mails. */
export const mailKind = 'mail'

/** A mail to one person, that is sent once the transaction has ended well. */
export interface NewMail {
  readonly organizationId: OrganizationId
  /** Whom it is about; undefined where it says nothing about a guest. */
  readonly guestId?: PersonId | undefined
  /** What makes a second one of the same act to the same person harmless: ids only. */
  readonly key: string
  readonly to: string
  readonly language: string
  readonly content: MailContent
  /** By the Clock. */
  readonly at: Date
}

/** Puts a mail into the outbox, in the transaction of the act that it tells of. */
export async function postMail(transaction: Transaction<Tables>, mail: NewMail): Promise<void> {
  await postMails(transaction, [mail])
}

/** Like {@link postMail}, for several in two statements. */
export async function postMails(
  transaction: Transaction<Tables>,
  mails: readonly NewMail[],
): Promise<void> {
  if (mails.length === 0) return
  const rows = []
  for (const { organizationId, guestId, key, to, language, content, at } of mails) {
    const { template, ...words } = content
    const whole = { ...words, to }
    rows.push({
      organizationId,
      mailId: randomUUID(),
      key,
      guestId: guestId ?? null,
      template,
      language,
      words: guestId
        ? sealWords(await keepGuestKey(transaction, organizationId, guestId), whole)
        : Buffer.from(JSON.stringify(whole)),
      madeAt: at,
    })
  }
  const posted = await transaction
    .insertInto('mail')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['organizationId', 'key']).doNothing())
    .returning(['organizationId', 'mailId', 'key'])
    .execute()
  await addSteps(
    transaction,
    posted.map(({ organizationId, mailId, key }) => ({
      organizationId,
      kind: mailKind,
      subjectId: mailId,
      key: `mail:${key}`,
      urgency: urgency.told,
    })),
  )
}
