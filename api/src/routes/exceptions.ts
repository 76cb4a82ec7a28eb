import {
  declareEndOwner,
  endException,
  listExceptions,
  makeException,
} from '@foyer/contracts/exception'
import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import { dayOf } from '@foyer/lifecycle/calendar'
import type { FastifyInstance } from 'fastify'
import { connectedOf, languageOfPeople } from '../configuration/connected-organization.ts'
import type { Deciding } from '../guests/decide.ts'
import * as except from '../guests/except.ts'
import * as list from '../guests/list-exceptions.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { requireDay } from '../http/require-day.ts'
import { spendAct } from '../limits/spend-act.ts'
import { findInForce } from '../standing/keep-standings.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requireOperator } from './require-person.ts'

interface Act {
  readonly caller: CallerIdentity
  readonly params: { readonly guestId: PersonId }
  readonly requestId: string
}

/** What operators decide of one guest, besides the policy. */
export function mountExceptions(scope: FastifyInstance, setting: MeSetting): void {
  const { store, clock, organizations } = setting

  mountOperation(scope, listExceptions, async ({ caller }) => {
    const { organizationId } = caller
    await requireOperator(
      setting.directory.of(organizationId, startDeadline(setting.deadlineMs)),
      caller,
    )
    return store.asOrganization(organizationId, async (transaction) => {
      const now = clock.now()
      const inForce = await findInForce(transaction, now)
      return list.listExceptions(transaction, inForce?.today ?? dayOf(now, 'UTC'))
    })
  })

  async function prepare({ caller, params, requestId }: Act): Promise<Deciding> {
    const { organizationId } = caller
    const directory = setting.directory.of(organizationId, startDeadline(setting.deadlineMs))
    const operator = await requireOperator(directory, caller)
    const guest = await directory.findPerson(params.guestId.toLowerCase() as PersonId)
    if (guest?.kind !== 'guest') throw new ProblemError('guest-not-found')
    await spendAct(store, organizationId, caller.personId)
    const { name, slug, ...connected } = connectedOf(organizations, organizationId)
    return {
      organizationId,
      organization: { name, slug, language: languageOfPeople(connected) },
      guest,
      groupIds: [],
      answerer: { ...caller, name: operator.name, answersAs: 'operator' },
      requestId,
      now: clock.now(),
    }
  }

  mountOperation(scope, makeException, async ({ body: { until, reason }, ...call }) => {
    const day = requireDay(until)
    const deciding = await prepare(call)
    return store.asOrganization(deciding.organizationId, async (transaction) =>
      except.makeException(transaction, deciding, { until: day, reason }),
    )
  })

  mountOperation(scope, endException, async (call) => {
    const deciding = await prepare(call)
    return store.asOrganization(deciding.organizationId, async (transaction) =>
      except.endException(transaction, deciding),
    )
  })

  mountOperation(scope, declareEndOwner, async ({ body: { owner }, ...call }) => {
    const deciding = await prepare(call)
    return store.asOrganization(deciding.organizationId, async (transaction) =>
      except.declareEndOwner(transaction, deciding, owner),
    )
  })
}
