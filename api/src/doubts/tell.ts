import type { Transaction } from 'kysely'
import type { Deciding } from '../guests/decide.ts'
import type { ReachableDecider } from '../guests/find-decider.ts'
import { languageOfGuest } from '../guests/tell.ts'
import type { ContentOf } from '../mail/content.ts'
import { postMail } from '../mail/post.ts'
import type { Asking } from '../stays/ask.ts'
import type { Tables } from '../store/tables.ts'

/** Asks a guest by a mail, in their language. */
export async function askGuest(
  transaction: Transaction<Tables>,
  { organizationId, organization, guest, answerer, now }: Deciding,
  { doubtId, endsOn }: { readonly doubtId: string; readonly endsOn: string | undefined },
): Promise<void> {
  if (!guest.mail) return
  await postMail(transaction, {
    organizationId,
    guestId: guest.personId,
    at: now,
    key: `doubt:${doubtId}`,
    to: guest.mail,
    language: await languageOfGuest(transaction, guest.personId, organization.language),
    content: {
      template: 'doubt-asked',
      name: guest.name,
      organization: organization.name,
      slug: organization.slug,
      by: answerer.name,
      ...(endsOn === undefined ? {} : { endsOn }),
    },
  })
}

/** Tells everybody who vouches now what the guest answers, and the operator who asked; else the contact. */
export async function tellWhoDecides(
  transaction: Transaction<Tables>,
  { caller, person, vouching, organization, now }: Asking,
  {
    doubtId,
    reason,
    asker,
  }: {
    readonly doubtId: string
    readonly reason: string
    readonly asker: ReachableDecider | undefined
  },
): Promise<void> {
  const deciding = [
    ...vouching.map((each) => ({ ...each, because: 'vouches' as const })),
    ...(asker ? [{ ...asker, because: 'asked' as const }] : []),
  ]
  const contact = organization.contact
    ? [{ name: organization.name, mail: organization.contact, because: 'contact' as const }]
    : []
  const told: readonly (ReachableDecider & Pick<ContentOf<'doubt-answered'>, 'because'>)[] =
    deciding.length > 0 ? deciding : contact
  for (const { name, mail, because } of told) {
    await postMail(transaction, {
      organizationId: caller.organizationId,
      guestId: caller.personId,
      at: now,
      key: `doubt:${doubtId}:${mail.toLowerCase()}`,
      to: mail,
      language: organization.language,
      content: {
        template: 'doubt-answered',
        name,
        because,
        guest: person.name,
        organization: organization.name,
        slug: organization.slug,
        guestId: caller.personId,
        reason,
      },
    })
  }
}
