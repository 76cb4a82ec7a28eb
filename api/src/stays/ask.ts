import { randomUUID } from 'node:crypto'
import type { StayRequest } from '@foyer/contracts/stay'
import type { Person } from '@foyer/directory/person'
import type { Day } from '@foyer/lifecycle/calendar'
import { standingOf } from '@foyer/lifecycle/standing'
import type { Transaction } from 'kysely'
import { findExtensionProblem } from '../guests/extension-problem.ts'
import type { ReachableDecider } from '../guests/find-decider.ts'
import { withId } from '../guests/read-guests.ts'
import { ProblemError } from '../http/problem-error.ts'
import { appendToJournal } from '../journal/append.ts'
import { findGuestFacts } from '../standing/guest-facts.ts'
import { findInForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import {
  addStayRequest,
  closeStayRequest,
  findStayRequest,
  tellStayRequest,
} from './stay-request.ts'
import { tellWhoVouches } from './tell.ts'

/** A guest who asks, and who is asked, as the directory says now. */
export interface Asking {
  readonly caller: CallerIdentity
  readonly person: Person
  readonly vouching: readonly ReachableDecider[]
  readonly organization: {
    readonly name: string
    readonly slug: string
    readonly language: string
    /** Who is asked where nobody vouches. */
    readonly contact: string | undefined
  }
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
}

/**
 * Asks those who vouch for a guest to let them stay. The same again is the same.
 *
 * @throws {ProblemError} with the reason why that cannot be asked.
 */
export async function askToStay(
  transaction: Transaction<Tables>,
  asking: Asking,
  { until, reason }: { readonly until: Day; readonly reason: string },
): Promise<StayRequest> {
  const { caller, now } = asking
  const { organizationId, personId } = caller
  const inForce = await findInForce(transaction, now)
  if (!inForce) throw new ProblemError('policy-not-in-force')
  const [known] = await findGuestFacts(transaction, inForce.reading, withId(personId))
  // The directory knows them, and the feed has not told yet.
  if (!known) throw new ProblemError('policy-not-in-force')
  const endsOn = standingOf(known.facts, inForce.kept.policy).end?.on
  const problem = findExtensionProblem(known.facts, inForce, { endsOn, until })
  if (problem) throw new ProblemError(problem)

  const stayRequestId = randomUUID()
  const row = { organizationId, stayRequestId, guestId: personId, wanted: until, askedAt: now }
  const isNew = await addStayRequest(transaction, row, { reason })
  const kept = await findStayRequest(transaction, personId)
  const told = kept && (await tellStayRequest(transaction, kept))
  if (!told) throw new Error('a request that was just kept is not there')
  if (!isNew) {
    if (told.until === until && told.reason === reason) return told
    throw new ProblemError('stay-asked-already')
  }
  await tellWhoVouches(transaction, asking, { stayRequestId, until, reason, endsOn })
  await writeDown(transaction, asking, 'ask-to-stay', { until, was: endsOn ?? null })
  return told
}

/** The guest asks no more; nobody waits then. */
export async function withdraw(
  transaction: Transaction<Tables>,
  asking: Omit<Asking, 'vouching'>,
): Promise<void> {
  const { organizationId, personId } = asking.caller
  const closed = await closeStayRequest(transaction, organizationId, personId, {
    state: 'withdrawn',
    at: asking.now,
  })
  if (closed) await writeDown(transaction, asking, 'withdraw-stay', {})
}

async function writeDown(
  transaction: Transaction<Tables>,
  { caller, person, organization, requestId, now }: Omit<Asking, 'vouching'>,
  act: 'ask-to-stay' | 'withdraw-stay',
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  await appendToJournal(transaction, {
    organizationId: caller.organizationId,
    at: now,
    act,
    outcome: act === 'ask-to-stay' ? 'asked' : 'done',
    actor: { kind: 'guest', id: caller.personId },
    guestId: caller.personId,
    requestId,
    tokenId: caller.tokenId,
    sessionId: caller.sessionId,
    facts,
    words: { guest: person.name, organization: organization.name },
  })
}
