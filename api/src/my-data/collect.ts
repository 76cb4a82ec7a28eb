import type {
  ExitRequestData,
  LeavingData,
  MailData,
  RememberedData,
} from '@foyer/contracts/my-data'
import type { PersonId } from '@foyer/contracts/ids'
import { sql, type Transaction } from 'kysely'
import { type ExitRequestRow, readExitWords } from '../exits/request.ts'
import { instants } from '../http/instants.ts'
import { countHeld, type LeavingWords } from '../leaving/leaving.ts'
import { readMailWords } from '../mail/words.ts'
import { type OwnerlessRow, readOwnerlessWords } from '../ownerless/ownerless-group.ts'
import { findHold } from '../returns/hold.ts'
import { findReturnRequest, tellReturnRequest } from '../returns/request.ts'
import type { Tables } from '../store/tables.ts'
import { findGuestKey } from '../words/guest-key.ts'
import { unsealWords } from '../words/seal.ts'

// What the store holds on one person, read within the organization that the transaction is in. A new
// table about guests belongs here too: a test compares this with the tables that name a guest.

export async function collectRemembered(
  transaction: Transaction<Tables>,
  personId: PersonId,
): Promise<RememberedData | undefined> {
  const guest = await transaction
    .selectFrom('guest')
    .selectAll()
    .where('guestId', '=', personId)
    .executeTakeFirst()
  if (!guest) return undefined
  const feed = await transaction
    .selectFrom('feed')
    .select('asOf')
    .where('kind', '=', 'guests')
    .executeTakeFirst()
  const count = async (table: 'membership' | 'guestSponsor') => {
    const { held } = await transaction
      .selectFrom(table)
      .select((query) => query.fn.countAll<number>().as('held'))
      .where('guestId', '=', personId)
      .executeTakeFirstOrThrow()
    return held
  }
  const { name, mail, company, createdAt, lastSignInAt } = guest
  return {
    ...instants({ asOf: feed?.asOf, since: createdAt, lastSignInAt }),
    name,
    ...(mail === null ? {} : { mail }),
    ...(company === null ? {} : { company }),
    groupCount: await count('membership'),
    sponsorCount: await count('guestSponsor'),
  }
}

export async function collectLeavings(
  transaction: Transaction<Tables>,
  personId: PersonId,
): Promise<LeavingData[]> {
  const key = await findGuestKey(transaction, personId)
  const rows = await transaction
    .selectFrom('leaving')
    .selectAll()
    .where('guestId', '=', personId)
    .orderBy('askedAt', 'desc')
    .execute()
  const undone = await transaction
    .selectFrom('restoration')
    .select(['leavingId', 'endedAt'])
    .where('guestId', '=', personId)
    .where('state', '=', 'done')
    .execute()
  const data: LeavingData[] = []
  for (const row of rows) {
    const words = key && (unsealWords(key, row.words) as LeavingWords)
    const group = words?.group
    const proposed = words?.proposed ?? []
    const ownerless = await collectOwnerless(transaction, row.leavingId)
    const heldGroups = countHeld(row.holdings)
    const back = undone.find(({ leavingId }) => leavingId === row.leavingId)
    const request = await findReturnRequest(transaction, row.leavingId)
    const hold = await findHold(transaction, row.leavingId)
    data.push({
      number: row.leavingId,
      ...(group === undefined ? {} : { group }),
      state: row.state as LeavingData['state'],
      ...(row.because === null ? {} : { because: row.because }),
      askedAt: row.askedAt.toISOString(),
      ...instants({ signedInAt: row.signedInAt, leftAt: row.leftAt, undoneAt: back?.endedAt }),
      ...(heldGroups === undefined ? {} : { heldGroups }),
      ...(proposed.length > 0
        ? { proposedOwners: proposed.map(({ group: of, person }) => ({ group: of, person })) }
        : {}),
      ...(ownerless.length > 0 ? { ownerless } : {}),
      ...(request ? { request: tellReturnRequest(request) } : {}),
      ...(hold ? { hold: { placedAt: hold.placedAt.toISOString(), reason: hold.reason } } : {}),
    })
  }
  return data
}

async function collectOwnerless(
  transaction: Transaction<Tables>,
  leavingId: string,
): Promise<NonNullable<LeavingData['ownerless']>> {
  const rows = await transaction
    .selectFrom('ownerlessGroup')
    .selectAll()
    .where('leavingId', '=', leavingId)
    .orderBy('groupId')
    .execute()
  const data: NonNullable<LeavingData['ownerless']> = []
  for (const row of rows as OwnerlessRow[]) {
    const { group, reason } = (await readOwnerlessWords(transaction, row)) ?? {}
    data.push({
      groupId: row.groupId,
      ...(group === undefined ? {} : { group }),
      state: row.state,
      ...instants({ closedAt: row.closedAt }),
      ...(reason === undefined ? {} : { reason }),
    })
  }
  return data
}

export async function collectExitRequests(
  transaction: Transaction<Tables>,
  personId: PersonId,
): Promise<ExitRequestData[]> {
  const rows = await transaction
    .selectFrom('exitRequest')
    .selectAll()
    .where('guestId', '=', personId)
    .orderBy('askedAt', 'desc')
    .execute()
  const data: ExitRequestData[] = []
  for (const row of rows as ExitRequestRow[]) {
    const { addresses = [], reason, note } = (await readExitWords(transaction, row)) ?? {}
    const { askedAt, dueAt, lastSignInAt, answeredAt, endedAt } = row
    data.push({
      state: row.state,
      askedAt: askedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      addresses: [...addresses],
      ...instants({ lastSignInAt, answeredAt, endedAt }),
      ...(reason === undefined ? {} : { reason }),
      ...(note === undefined ? {} : { note }),
    })
  }
  return data
}

/** The mails about them, to whomever: also those to the people who vouch for them. */
export async function collectMails(
  transaction: Transaction<Tables>,
  personId: PersonId,
): Promise<MailData[]> {
  const rows = await transaction
    .selectFrom('mail')
    .select(['guestId', 'template', 'language', 'words', 'madeAt', 'sentAt'])
    // Those about an invitation are sealed under its own id.
    .where((query) =>
      query.or([
        query('guestId', '=', personId),
        query(
          'guestId',
          'in',
          query
            .selectFrom('invitation')
            .select(sql<PersonId>`invitation_id`.as('keyId'))
            .where('guestId', '=', personId),
        ),
      ]),
    )
    .orderBy('madeAt', 'desc')
    .execute()
  const mails: MailData[] = []
  for (const row of rows) {
    const words = await readMailWords(transaction, row)
    mails.push({
      template: row.template,
      to: words?.to ?? '',
      language: row.language,
      madeAt: row.madeAt.toISOString(),
      ...instants({ sentAt: row.sentAt }),
    })
  }
  return mails
}
