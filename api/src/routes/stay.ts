import { askToStay, getMyAccess, type MyAccess, withdrawStayRequest } from '@foyer/contracts/stay'
import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import { dayOf } from '@foyer/lifecycle/calendar'
import { latestEnd } from '@foyer/lifecycle/extension'
import { standingOf } from '@foyer/lifecycle/standing'
import type { FastifyInstance } from 'fastify'
import type { Transaction } from 'kysely'
import { findDoubt } from '../doubts/doubt.ts'
import { withId } from '../guests/read-guests.ts'
import { readTermWords } from '../guests/term.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { requireDay } from '../http/require-day.ts'
import { findMove, tellMyMove } from '../moves/move.ts'
import { findGuestFacts } from '../standing/guest-facts.ts'
import { findInForce } from '../standing/keep-standings.ts'
import * as stay from '../stays/ask.ts'
import { findStayRequest, tellStayRequest } from '../stays/stay-request.ts'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { prepareAsking } from './prepare-act.ts'
import { requirePerson } from './require-person.ts'

/** Until when a guest has access, and what they ask of it. */
export function mountStay(scope: FastifyInstance, setting: MeSetting): void {
  const { store, clock } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  mountOperation(scope, getMyAccess, async ({ caller }) => {
    const { kind } = await requirePerson(here(caller), caller)
    if (kind !== 'guest') throw new ProblemError('not-a-guest')
    return store.asOrganization(caller.organizationId, async (transaction) =>
      readMyAccess(transaction, caller.personId, clock.now()),
    )
  })

  mountOperation(scope, askToStay, async ({ caller, requestId, body: { until, reason } }) => {
    const day = requireDay(until)
    const asking = await prepareAsking(setting, { caller, requestId })
    return store.asOrganization(caller.organizationId, async (transaction) =>
      stay.askToStay(transaction, asking, { until: day, reason }),
    )
  })

  mountOperation(scope, withdrawStayRequest, async ({ caller, requestId }) => {
    const asking = await prepareAsking(setting, { caller, requestId })
    await store.asOrganization(caller.organizationId, async (transaction) =>
      stay.withdraw(transaction, asking),
    )
  })
}

async function readMyAccess(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  now: Date,
): Promise<MyAccess> {
  const inForce = await findInForce(transaction, now)
  const moving = await findMove(transaction, { guestId })
  const move = moving ? { move: tellMyMove(moving) } : {}
  if (!inForce) return { today: dayOf(now, 'UTC'), endOwner: 'foyer', reminderDays: [], ...move }
  const { kept, reading, today } = inForce
  const [known] = await findGuestFacts(transaction, reading, withId(guestId))
  // The directory knows them, and the feed has not told yet.
  if (!known) return { today, endOwner: 'foyer', reminderDays: [], ...move }
  const { facts } = known
  const { end } = standingOf(facts, kept.policy)
  const { date: words } = await readTermWords(transaction, guestId)
  const term = await transaction
    .selectFrom('term')
    .select(['endDate', 'endSetAt', 'confirmedAt'])
    .where('guestId', '=', guestId)
    .executeTakeFirst()
  const asked = await findStayRequest(transaction, guestId)
  const request = asked && (await tellStayRequest(transaction, asked))
  const doubt = await findDoubt(transaction, guestId)
  return {
    today,
    endOwner: facts.endOwner,
    ...(end ? { end } : {}),
    reminderDays: facts.endOwner === 'foyer' ? kept.policy.reminderDays : [],
    ...(term?.endDate && term.endSetAt && words
      ? {
          set: {
            until: term.endDate,
            at: term.endSetAt.toISOString(),
            by: words.by,
            reason: words.reason,
          },
        }
      : {}),
    ...(term?.confirmedAt ? { confirmedAt: term.confirmedAt.toISOString() } : {}),
    ...(facts.endOwner === 'foyer' ? { latestEnd: latestEnd(facts, kept.policy, today) } : {}),
    ...(request ? { request } : {}),
    ...(doubt ? { doubt } : {}),
    ...move,
  }
}
