import type { Act } from '@foyer/contracts/journal'
import type { GuestStanding } from '@foyer/contracts/standing'
import type { Person } from '@foyer/directory/person'
import type { Day } from '@foyer/lifecycle/calendar'
import { standingOf } from '@foyer/lifecycle/standing'
import { sql, type Transaction } from 'kysely'
import { endDoubt } from '../doubts/doubt.ts'
import { ProblemError } from '../http/problem-error.ts'
import { appendToJournal } from '../journal/append.ts'
import { findInForce, type InForce, keepStandingsOf } from '../standing/keep-standings.ts'
import { findGuestFacts, type KnownGuest } from '../standing/guest-facts.ts'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { Answerer } from '../token/answerer.ts'
import { findExtensionProblem } from './extension-problem.ts'
import { tellOfExtension, tellOfRefusal } from './tell.ts'
import { closeStayRequest } from '../stays/stay-request.ts'
import { changeTermWords } from './term.ts'
import { withId } from './read-guests.ts'

/** Who decides about whom, after everything that has to be asked live was asked. */
export interface Deciding {
  readonly organizationId: CallerIdentity['organizationId']
  readonly organization: { readonly name: string; readonly slug: string; readonly language: string }
  readonly guest: Person
  /** The groups that the guest is in directly. */
  readonly groupIds: readonly string[]
  readonly answerer: Answerer
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
}

/**
 * Lets a guest stay until a day. It counts as a word that they are needed. The same day again by the
 * same person changes nothing.
 *
 * @throws {ProblemError} with the reason why not.
 */
export async function extend(
  transaction: Transaction<Tables>,
  deciding: Deciding,
  { until, reason }: { readonly until: Day; readonly reason: string },
): Promise<GuestStanding> {
  const { organizationId, guest, answerer, now } = deciding
  const { inForce, known, setBy } = await lockTerm(transaction, deciding)
  if (known.facts.endDate === until && setBy === answerer.personId) {
    return standingAfter(transaction, deciding)
  }
  const endsOn = standingOf(known.facts, inForce.kept.policy).end?.on
  const problem = findExtensionProblem(known.facts, inForce, { endsOn, until })
  if (problem) throw new ProblemError(problem)

  await sql`UPDATE term SET end_date = ${until}, end_set_at = ${now}, end_set_by = ${answerer.personId},
      confirmed_at = ${now}, confirmed_by = ${answerer.personId},
      confirmed_groups = ${[...deciding.groupIds]}::uuid[]
    WHERE guest_id = ${guest.personId}`.execute(transaction)
  await changeTermWords(transaction, organizationId, guest.personId, {
    date: { reason, by: answerer.name },
  })
  await closeStayRequest(transaction, organizationId, guest.personId, {
    state: 'granted',
    at: now,
    by: answerer,
    note: reason,
    grantedUntil: until,
  })
  await endDoubt(transaction, guest.personId, { state: 'closed', at: now })
  const standing = await standingAfter(transaction, deciding)
  await tellOfExtension(transaction, deciding, { until, reason, end: standing.end })
  await writeDownDecision(transaction, deciding, 'extend', { until, was: endsOn ?? null })
  return standing
}

/**
 * Answers a guest who asks to stay that they do not. What was set for them before stays.
 *
 * @throws {ProblemError} `stay-not-asked` where nobody waits for the answer.
 */
export async function refuseStay(
  transaction: Transaction<Tables>,
  deciding: Deciding,
  note: string,
): Promise<GuestStanding> {
  const { organizationId, guest, answerer, now } = deciding
  const request = await closeStayRequest(transaction, organizationId, guest.personId, {
    state: 'refused',
    at: now,
    by: answerer,
    note,
  })
  if (!request) throw new ProblemError('stay-not-asked')
  await endDoubt(transaction, guest.personId, { state: 'closed', at: now })
  const standing = await standingAfter(transaction, deciding)
  const { stayRequestId } = request
  await tellOfRefusal(transaction, deciding, { stayRequestId, note, endsOn: standing.end?.on })
  await writeDownDecision(transaction, deciding, 'refuse-stay', {})
  return standing
}

/**
 * Says that a guest is still needed. Said twice on the same day, it is one.
 *
 * @throws {ProblemError} with the reason why not.
 */
export async function attest(
  transaction: Transaction<Tables>,
  deciding: Deciding,
): Promise<GuestStanding> {
  const { guest, answerer, now } = deciding
  const { known } = await lockTerm(transaction, deciding)
  if (known.facts.endOwner !== 'foyer') throw new ProblemError('end-decided-elsewhere')
  await sql`UPDATE term SET confirmed_at = ${now}, confirmed_by = ${answerer.personId},
      confirmed_groups = ${[...deciding.groupIds]}::uuid[]
    WHERE guest_id = ${guest.personId}`.execute(transaction)
  await endDoubt(transaction, guest.personId, { state: 'closed', at: now })
  const standing = await standingAfter(transaction, deciding)
  await writeDownDecision(transaction, deciding, 'attest', {})
  return standing
}

/** Of two who decide at the same moment, the second one sees what the first one did. */
export async function lockTerm(
  transaction: Transaction<Tables>,
  { organizationId, guest, now }: Deciding,
): Promise<{ inForce: InForce; known: KnownGuest; setBy: string | null }> {
  const inForce = await findInForce(transaction, now)
  if (!inForce) throw new ProblemError('policy-not-in-force')
  await sql`INSERT INTO term (organization_id, guest_id) VALUES (${organizationId}, ${guest.personId})
    ON CONFLICT DO NOTHING`.execute(transaction)
  const { endSetBy } = await transaction
    .selectFrom('term')
    .select('endSetBy')
    .where('guestId', '=', guest.personId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const [known] = await findGuestFacts(transaction, inForce.reading, withId(guest.personId))
  // The directory knows them, and the feed has not told yet.
  if (!known) throw new ProblemError('guest-not-found')
  return { inForce, known, setBy: endSetBy }
}

/** Where the guest stands by what was just decided. */
export async function standingAfter(
  transaction: Transaction<Tables>,
  { guest: { personId }, now }: Deciding,
): Promise<GuestStanding> {
  await keepStandingsOf(transaction, [personId], now)
  const row = await transaction
    .selectFrom('guest')
    .select(['endsOn', 'endsBecause'])
    .where('guestId', '=', personId)
    .executeTakeFirst()
  if (!row?.endsOn || !row.endsBecause) return {}
  return { end: { on: row.endsOn, because: row.endsBecause } } as GuestStanding
}

export async function writeDownDecision(
  transaction: Transaction<Tables>,
  { organizationId, organization, guest, answerer, requestId, now }: Deciding,
  act: Extract<
    Act,
    | 'extend'
    | 'attest'
    | 'doubt'
    | 'withdraw-doubt'
    | 'refuse-stay'
    | 'except'
    | 'end-exception'
    | 'declare-end-owner'
  >,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  await appendToJournal(transaction, {
    organizationId,
    at: now,
    act,
    outcome: 'done',
    actor: { kind: answerer.answersAs, id: answerer.personId },
    guestId: guest.personId,
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    facts,
    words: { guest: guest.name, organization: organization.name, actor: answerer.name },
  })
}
