import type { End } from '@foyer/contracts/standing'
import type { Day } from '@foyer/lifecycle/calendar'
import type { Transaction } from 'kysely'
import { postMail } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'
import type { Deciding } from './decide.ts'

/** Tells a guest until when they may stay now, by whose word and why. */
export async function tellOfExtension(
  transaction: Transaction<Tables>,
  { organizationId, organization, guest, answerer, now, requestId }: Deciding,
  { until, reason, end }: { until: Day; reason: string; end: End | undefined },
): Promise<void> {
  if (!guest.mail) return
  await postMail(transaction, {
    organizationId,
    guestId: guest.personId,
    at: now,
    key: `extended:${guest.personId}:${requestId}`,
    to: guest.mail,
    language: await languageOfGuest(transaction, guest.personId, organization.language),
    content: {
      template: 'access-extended',
      name: guest.name,
      organization: organization.name,
      slug: organization.slug,
      stayUntil: until,
      ...(end && end.on < until ? { endsOn: end.on, because: end.because } : {}),
      by: answerer.name,
      reason,
    },
  })
}

/** Tells a guest that they do not stay longer, by whose word and why. */
export async function tellOfRefusal(
  transaction: Transaction<Tables>,
  { organizationId, organization, guest, answerer, now }: Deciding,
  {
    stayRequestId,
    note,
    endsOn,
  }: { stayRequestId: string; note: string; endsOn: string | undefined },
): Promise<void> {
  if (!guest.mail) return
  await postMail(transaction, {
    organizationId,
    guestId: guest.personId,
    at: now,
    key: `stay:${stayRequestId}:refused`,
    to: guest.mail,
    language: await languageOfGuest(transaction, guest.personId, organization.language),
    content: {
      template: 'stay-refused',
      name: guest.name,
      organization: organization.name,
      slug: organization.slug,
      by: answerer.name,
      reason: note,
      ...(endsOn === undefined ? {} : { endsOn }),
    },
  })
}

/** In which the guest last read Foyer; else that of the organization's people. */
export async function languageOfGuest(
  transaction: Transaction<Tables>,
  guestId: Deciding['guest']['personId'],
  otherwise: string,
): Promise<string> {
  const row = await transaction
    .selectFrom('term')
    .select('language')
    .where('guestId', '=', guestId)
    .executeTakeFirst()
  return row?.language ?? otherwise
}
