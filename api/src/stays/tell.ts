import type { Transaction } from 'kysely'
import { postMail } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'
import type { Asking } from './ask.ts'

/** Tells everybody who vouches for a guest what they ask; where nobody does, the contact. */
export async function tellWhoVouches(
  transaction: Transaction<Tables>,
  { caller, person, vouching, organization, now }: Asking,
  request: {
    readonly stayRequestId: string
    readonly until: string
    readonly reason: string
    readonly endsOn: string | undefined
  },
): Promise<void> {
  const isContact = vouching.length === 0
  const contact = organization.contact
    ? [{ name: organization.name, mail: organization.contact }]
    : []
  for (const { name, mail } of isContact ? contact : vouching) {
    await postMail(transaction, {
      organizationId: caller.organizationId,
      guestId: caller.personId,
      at: now,
      key: `stay:${request.stayRequestId}:${mail.toLowerCase()}`,
      to: mail,
      language: organization.language,
      content: {
        template: 'stay-asked',
        name,
        isContact,
        guest: person.name,
        organization: organization.name,
        slug: organization.slug,
        guestId: caller.personId,
        stayUntil: request.until,
        ...(request.endsOn === undefined ? {} : { endsOn: request.endsOn }),
        reason: request.reason,
      },
    })
  }
}
