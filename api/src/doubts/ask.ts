import { randomUUID } from 'node:crypto'
import type { Doubt } from '@foyer/contracts/doubt'
import { standingOf } from '@foyer/lifecycle/standing'
import type { Transaction } from 'kysely'
import { findEnding, isUnderWay } from '../endings/ending.ts'
import { type Deciding, writeDownDecision } from '../guests/decide.ts'
import { withId } from '../guests/read-guests.ts'
import { ProblemError } from '../http/problem-error.ts'
import { findGuestFacts } from '../standing/guest-facts.ts'
import { findInForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import { addDoubt, endDoubt, findDoubt } from './doubt.ts'
import { askGuest } from './tell.ts'

/**
 * Asks a guest whether they still need their access, because whoever decides is not sure. It moves no
 * end. While one asks, everybody else asks the same.
 *
 * @throws {ProblemError} with the reason why the guest is not asked.
 */
export async function doubt(transaction: Transaction<Tables>, deciding: Deciding): Promise<Doubt> {
  const { organizationId, guest, answerer, now } = deciding
  const guestId = guest.personId
  const inForce = await findInForce(transaction, now)
  if (!inForce) throw new ProblemError('policy-not-in-force')
  const [known] = await findGuestFacts(transaction, inForce.reading, withId(guestId))
  // The directory knows them, and the feed has not told yet.
  if (!known) throw new ProblemError('guest-not-found')
  if (known.facts.endOwner !== 'foyer') throw new ProblemError('end-decided-elsewhere')
  const ending = await findEnding(transaction, guestId)
  if (ending && isUnderWay(ending)) throw new ProblemError('ending-under-way')
  if (!guest.isEnabled) throw new ProblemError('doubt-not-possible')

  const doubtId = randomUUID()
  const isNew = await addDoubt(
    transaction,
    {
      organizationId,
      doubtId,
      guestId,
      askedAt: now,
      askedBy: answerer.personId,
      askedAs: answerer.answersAs,
    },
    { askedBy: answerer.name },
  )
  const told = await findDoubt(transaction, guestId)
  if (!told) throw new Error('a doubt that was just kept is not there')
  if (!isNew) return told
  const endsOn = standingOf(known.facts, inForce.kept.policy).end?.on
  await askGuest(transaction, deciding, { doubtId, endsOn })
  await writeDownDecision(transaction, deciding, 'doubt', {})
  return told
}

/** Nobody asks the guest any more. */
export async function withdrawDoubt(
  transaction: Transaction<Tables>,
  deciding: Deciding,
): Promise<void> {
  const { guest, now } = deciding
  const wasAsked = await endDoubt(transaction, guest.personId, { state: 'withdrawn', at: now })
  if (wasAsked) await writeDownDecision(transaction, deciding, 'withdraw-doubt', {})
}
