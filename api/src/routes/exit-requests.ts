import {
  confirmMyExitRequest,
  getMyExitRequest,
  grantExit,
  listExitRequests,
  refuseExit,
  stopMyExitRequest,
} from '@foyer/contracts/exit-request'
import { startDeadline } from '@foyer/directory/deadline'
import { answersAs } from '@foyer/lifecycle/way-back'
import type { FastifyInstance } from 'fastify'
import type { Transaction } from 'kysely'
import { connectedOf } from '../configuration/connected-organization.ts'
import { askWhetherStillSo, requireTouchable } from '../departure/leaver.ts'
import * as answer from '../exits/answer.ts'
import { readExitRequests } from '../exits/list.ts'
import { openRequest } from '../exits/open.ts'
import {
  type ExitRequestRow,
  findExitRequest,
  findExitUnderWay,
  lockExitRequest,
  underWay,
} from '../exits/request.ts'
import { tellProgress } from '../exits/status.ts'
import { stopRequest } from '../exits/stop.ts'
import { writeDownExit } from '../exits/write-down.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { spendAct } from '../limits/spend-act.ts'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requireInsider, requirePerson } from './require-person.ts'

interface Act {
  readonly caller: CallerIdentity
  readonly requestId: string
}

/** Requests to end access: the guest's own, and those that sponsors and operators answer. */
export function mountExitRequests(scope: FastifyInstance, setting: MeSetting): void {
  const { store, clock, organizations } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  mountOperation(scope, getMyExitRequest, async ({ caller: { organizationId, personId } }) =>
    store.asOrganization(organizationId, async (transaction) => {
      const row = await findExitUnderWay(transaction, personId)
      if (!row) return {}
      const { state, askedAt, opensAt, dueAt } = tellProgress(row, clock.now())
      return { request: { state, askedAt, dueAt, ...(opensAt ? { opensAt } : {}) } }
    }),
  )

  /** What somebody does about the request in their own name, signed in with the account that it is about. */
  async function decideOwn(
    { caller }: Act,
    work: (transaction: Transaction<Tables>, row: ExitRequestRow) => Promise<void>,
  ): Promise<void> {
    const { organizationId, personId } = caller
    await requirePerson(here(caller), caller)
    await spendAct(store, organizationId, personId)
    await store.asOrganization(organizationId, async (transaction) => {
      const found = await findExitUnderWay(transaction, personId)
      const row = found && (await lockExitRequest(transaction, found))
      if (!row || !underWay.some((each) => each === row.state))
        throw new ProblemError('exit-request-not-found')
      await work(transaction, row)
    })
  }

  const byGuest = ({ caller, requestId }: Act) => ({
    actor: { kind: 'guest', id: caller.personId } as const,
    requestId,
    tokenId: caller.tokenId,
    sessionId: caller.sessionId,
    at: clock.now(),
  })

  mountOperation(scope, confirmMyExitRequest, async (call) =>
    decideOwn(call, async (transaction, row) => {
      if (row.state !== 'waiting') return
      const connected = connectedOf(organizations, row.organizationId)
      await openRequest(transaction, row, connected, clock.now())
      const entry = { act: 'confirm-exit', outcome: 'done', ...byGuest(call) } as const
      await writeDownExit(transaction, row, entry)
    }),
  )

  mountOperation(scope, stopMyExitRequest, async (call) =>
    decideOwn(call, async (transaction, row) => stopRequest(transaction, row, byGuest(call))),
  )

  mountOperation(scope, listExitRequests, async ({ caller }) => {
    const { kind } = await requireInsider(here(caller), caller)
    const requests = await store.asOrganization(caller.organizationId, async (transaction) =>
      readExitRequests(transaction, { ...caller, kind }, clock.now()),
    )
    return { requests }
  })

  /** Everything that has to be known before an answer, asked now. */
  async function prepare(act: Act & { readonly params: { readonly exitRequestId: string } }) {
    const { caller, params, requestId } = act
    const { organizationId, personId } = caller
    const directory = here(caller)
    const person = await requireInsider(directory, caller)
    const row = await store.asOrganization(organizationId, async (transaction) =>
      findExitRequest(transaction, params),
    )
    // Who vouches is asked of the directory now, besides what was so when it was filed.
    const ties = row && (await directory.getTies(row.guestId))
    const as = answersAs({ ...caller, kind: person.kind }, ties?.sponsors ?? [])
    if (!row || !as) throw new ProblemError('exit-request-not-found')
    await spendAct(store, organizationId, personId)
    const answerer = { ...caller, name: person.name, answersAs: as }
    return { row, directory, answering: { ...params, answerer, requestId, now: clock.now() } }
  }

  mountOperation(scope, grantExit, async (call) => {
    const { row, directory, answering } = await prepare(call)
    const connected = connectedOf(organizations, row.organizationId)
    if (!connected.identities.keeper) throw new ProblemError('exit-not-possible')
    const person = await askWhetherStillSo(async () => requireTouchable(directory, row.guestId))
    if (person === 'no-longer-here') throw new ProblemError('exit-not-possible')
    if (typeof person === 'string') throw new ProblemError(person)
    await store.asOrganization(row.organizationId, async (transaction) =>
      answer.grantExit(transaction, answering, connected),
    )
  })

  mountOperation(scope, refuseExit, async ({ body, ...call }) => {
    const { row, answering } = await prepare(call)
    await store.asOrganization(row.organizationId, async (transaction) =>
      answer.refuseExit(transaction, answering, body.reason),
    )
  })
}
