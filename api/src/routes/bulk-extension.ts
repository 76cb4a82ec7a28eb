import { randomUUID } from 'node:crypto'
import {
  extendGuests,
  getBulkExtension,
  listBulkItems,
  previewBulkExtension,
  stopBulkExtension,
} from '@foyer/contracts/bulk-extension'
import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import type { Transaction } from 'kysely'
import { type BulkRow, findBulk, keepBulk, stopBulk } from '../bulks/bulk.ts'
import { judgeCandidates } from '../bulks/candidates.ts'
import { tellBulk, tellItems } from '../bulks/tell.ts'
import type { Cursors } from '../http/cursor.ts'
import { findKeptRequest, keepRequest } from '../http/kept-request.ts'
import { connectedOf } from '../configuration/connected-organization.ts'
import { findVouchingIds } from '../guests/vouching-ids.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { requireDay } from '../http/require-day.ts'
import { spendAct } from '../limits/spend-act.ts'
import { findInForce, type InForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requireInsider } from './require-person.ts'

const pageLength = 1_000

/** Many guests who are extended by one word of whoever vouches for them. */
export function mountBulkExtension(
  scope: FastifyInstance,
  {
    store,
    clock,
    directory,
    deadlineMs,
    cursors,
    organizations,
  }: MeSetting & { readonly cursors: Cursors },
): void {
  /** By which ids the caller vouches, as the directory says now. */
  async function look(caller: CallerIdentity): Promise<readonly string[]> {
    const here = directory.of(caller.organizationId, startDeadline(deadlineMs))
    const connected = connectedOf(organizations, caller.organizationId)
    await requireInsider(here, caller)
    return findVouchingIds(here, connected, caller.personId)
  }

  mountOperation(scope, previewBulkExtension, async ({ caller, body, language }) => {
    const until = requireDay(body.until)
    const guestIds = distinct(body.guestIds)
    const vouchingIds = await look(caller)
    return store.asOrganization(caller.organizationId, async (transaction) => {
      const inForce = await requireInForce(transaction, clock.now())
      const asked = { decider: caller, vouchingIds, guestIds, until, language }
      const candidates = await judgeCandidates(transaction, inForce, asked)
      return {
        extended: candidates.flatMap(({ guestId, name, endsOn, because }) =>
          name === undefined || because ? [] : [{ guestId, name, ...(endsOn ? { endsOn } : {}) }],
        ),
        leftOut: candidates.flatMap(({ guestId, name, because }) =>
          because ? [{ guestId, ...(name === undefined ? {} : { name }), because }] : [],
        ),
      }
    })
  })

  mountOperation(scope, extendGuests, async ({ caller, body, key, requestId, language }) => {
    const { organizationId, personId, tokenId, sessionId, isOperator } = caller
    const until = requireDay(body.until)
    const guestIds = distinct(body.guestIds)
    const before = await store.asOrganization(organizationId, async (transaction) =>
      findKeptRequest(transaction, personId, key),
    )
    if (before) return { bulkId: before }
    const vouchingIds = await look(caller)
    await spendAct(store, organizationId, personId)
    return store.asOrganization(organizationId, async (transaction) => {
      const bulkId = randomUUID()
      await keepRequest(transaction, caller, key, bulkId)
      const kept = await findKeptRequest(transaction, personId, key)
      // The same request, at the same moment.
      if (kept !== undefined && kept !== bulkId) return { bulkId: kept }
      const now = clock.now()
      const inForce = await requireInForce(transaction, now)
      const asked = { decider: caller, vouchingIds, guestIds, until, language }
      await keepBulk(
        transaction,
        {
          organizationId,
          bulkId,
          askedAt: now,
          askedBy: personId,
          askedAs: isOperator ? 'operator' : 'sponsor',
          requestId,
          tokenId: tokenId ?? null,
          sessionId: sessionId ?? null,
          until,
          reason: body.reason,
        },
        await judgeCandidates(transaction, inForce, asked),
      )
      return { bulkId }
    })
  })

  mountOperation(scope, getBulkExtension, async ({ caller, params }) => {
    await look(caller)
    return store.asOrganization(caller.organizationId, async (transaction) =>
      tellBulk(transaction, await requireOwn(transaction, caller, params.bulkId)),
    )
  })

  mountOperation(scope, stopBulkExtension, async ({ caller, params }) => {
    await look(caller)
    await store.asOrganization(caller.organizationId, async (transaction) =>
      stopBulk(transaction, await requireOwn(transaction, caller, params.bulkId)),
    )
  })

  mountOperation(scope, listBulkItems, async ({ caller, params, query }) => {
    const after = query.cursor === undefined ? 0 : cursors.read(query.cursor, caller)
    if (after === undefined) throw new ProblemError('invalid-request')
    await look(caller)
    return store.asOrganization(caller.organizationId, async (transaction) => {
      const bulk = await requireOwn(transaction, caller, params.bulkId)
      const { items, next } = await tellItems(transaction, bulk, { after, most: pageLength })
      return { items, ...(next === undefined ? {} : { cursor: cursors.issue(caller, next) }) }
    })
  })
}

/** @throws {ProblemError} for one that is named twice, in whichever letters. */
function distinct(guestIds: readonly PersonId[]): readonly PersonId[] {
  const ids = new Set(guestIds.map((guestId) => guestId.toLowerCase() as PersonId))
  if (ids.size !== guestIds.length) throw new ProblemError('invalid-request')
  return [...ids]
}

async function requireInForce(transaction: Transaction<Tables>, now: Date): Promise<InForce> {
  const inForce = await findInForce(transaction, now)
  if (!inForce) throw new ProblemError('policy-not-in-force')
  return inForce
}

async function requireOwn(
  transaction: Transaction<Tables>,
  { personId }: CallerIdentity,
  bulkId: string,
): Promise<BulkRow> {
  const bulk = await findBulk(transaction, bulkId, personId)
  if (!bulk) throw new ProblemError('bulk-not-found')
  return bulk
}
