import { takeDeltaFault } from '../../control/fault-hooks.ts'
import { secondsOf } from '../../control/clock.ts'
import { badRequest, GraphError } from '../graph-error.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply } from '../operation.ts'
import type { Properties } from '../properties.ts'
import { lastReplicated } from '../replica.ts'
import { deltaOptions, type DeltaRequest, readDeltaRequest } from './delta-query.ts'
import { enumerate } from './enumeration.ts'
import { tellRound } from './round.ts'
import {
  type DeltaQuery,
  type Enumeration,
  type Position,
  readStateToken,
  type Rest,
  type Round,
  type StateToken,
  writeStateToken,
} from './state-token.ts'

/**
 * Changes of users and groups (delta-query-overview.md, user-delta.md, group-delta.md).
 *
 * first request ─► enumeration ─nextLink─► … ─► rest ─deltaLink─► round ─nextLink─► … ─► rest
 */
export const deltaOperations: readonly GraphOperation[] = [
  operationOf('users', '/users/delta()'),
  operationOf('groups', '/groups/delta()'),
]

function operationOf(resource: DeltaQuery['resource'], path: string): GraphOperation {
  return {
    method: 'GET',
    path,
    ownOptions: deltaOptions,
    answer: (call) => answer(call, readDeltaRequest(resource, call.path)),
  }
}

interface Answer {
  readonly query: DeltaQuery
  readonly value: readonly Properties[]
  readonly next: Position
}

function answer(call: Call, request: DeltaRequest): GraphReply {
  const { query, value, next } = tell(call, request)
  const isOver = next.phase === 'rest'
  const name = isOver ? '$deltatoken' : '$skiptoken'
  const token = writeStateToken({
    tenantId: call.tenant.tenantId,
    query,
    issuedAt: secondsOf(call.simulation.clock.now()),
    era: call.simulation.effects.era(),
    position: next,
  })
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, query.resource),
      [isOver ? '@odata.deltaLink' : '@odata.nextLink']: `${addressOf(call)}?${name}=${token}`,
      value,
    },
  }
}

function tell(call: Call, { deltaToken, skipToken, query }: DeltaRequest): Answer {
  const { variants } = call.simulation
  const newest = lastReplicated(call.simulation, call.tenant)
  if (skipToken !== undefined || (deltaToken && deltaToken !== 'latest')) {
    const token = requireToken(call, query.resource, skipToken ?? deltaToken ?? '')
    const { position } = token
    const isAsDelta = skipToken === undefined
    if (isAsDelta !== (position.phase === 'rest')) throw invalidToken()
    if (position.phase === 'enumeration') return tellEnumeration(call, token.query, position)
    if (position.phase === 'round') return tellChanges(call, token.query, position)
    const from = variants.deltaReplays === 'none' ? position.since : position.from
    const begun = { ...position, phase: 'round', from, upTo: newest, at: '', link: '' } as const
    return tellChanges(call, token.query, begun)
  }
  if (deltaToken === 'latest') {
    return { query, value: [], next: { phase: 'rest', from: newest, since: newest } }
  }
  const begin = { phase: 'enumeration', since: newest, at: 0, link: '' } as const
  return tellEnumeration(call, query, begin)
}

function tellEnumeration(call: Call, query: DeltaQuery, position: Enumeration): Answer {
  const { value, next } = enumerate(call, query, position, (id) => isTold(call, query, id))
  const rest: Rest = { phase: 'rest', from: position.since, since: position.since }
  return { query, value, next: next ?? rest }
}

function tellChanges(call: Call, query: DeltaQuery, position: Round): Answer {
  const { value, next } = tellRound(call, query, position, (id) => isTold(call, query, id))
  const rest: Rest = { phase: 'rest', from: position.since, since: position.upTo }
  return { query, value, next: next ? { ...position, ...next } : rest }
}

/** Groups with hidden members are for those who may see hidden members. */
function isTold({ tenant, caller }: Call, { resource }: DeltaQuery, id: string): boolean {
  const isHidden = resource === 'groups' && tenant.groups.get(id)?.visibility === 'HiddenMembership'
  return !isHidden || caller.roles.includes('Member.Read.Hidden')
}

const tokenLifeSeconds = 7 * 86_400

/** @throws {GraphError} 400 for a token that is not for this feed, 400 or 410 for one that is over. */
function requireToken(call: Call, resource: DeltaQuery['resource'], text: string): StateToken {
  const { simulation, tenant } = call
  const token = readStateToken(text)
  if (token?.tenantId !== tenant.tenantId || token.query.resource !== resource) {
    throw invalidToken()
  }
  const fault = takeDeltaFault(simulation, call.path, tenant)
  const ageSeconds = secondsOf(simulation.clock.now()) - token.issuedAt
  if (fault === 'expired' || ageSeconds > tokenLifeSeconds) throw expired(call, token.query)
  const { position } = token
  const first = position.phase === 'enumeration' ? position.since : position.from
  const { effects } = simulation
  const isForgotten = token.era !== effects.era() || !effects.remembers(first)
  if (fault === 'reset' || isForgotten) throw gone(call, token.query)
  return token
}

function invalidToken(): GraphError {
  return badRequest('The state token is not valid for this request.', 'BadRequest')
}

const expiredWords =
  'The sync state generation is not found. The delta token is expired and data must be synchronized again.'

function expired(call: Call, query: DeltaQuery): GraphError {
  return call.simulation.variants.deltaExpired === '400'
    ? badRequest(expiredWords, 'syncStateNotFound')
    : new GraphError(410, 'syncStateNotFound', expiredWords, { headers: locationOf(call, query) })
}

/** Everything has to be read again (delta-query-overview.md, synchronization reset; errors.md). */
function gone(call: Call, query: DeltaQuery): GraphError {
  const words = 'The delta token is no longer valid, and the app must reset the sync state.'
  return new GraphError(410, 'resyncRequired', words, { headers: locationOf(call, query) })
}

/** The initial query with an empty token. */
function locationOf(call: Call, { select, ids }: DeltaQuery): Record<string, string> {
  const filter = ids?.map((id) => `id eq '${id}'`).join(' or ')
  const options = [
    '$deltatoken=',
    ...(select ? [`$select=${select.join(',')}`] : []),
    ...(filter ? [`$filter=${encodeURIComponent(filter)}`] : []),
  ]
  return { location: `${addressOf(call)}?${options.join('&')}` }
}

function addressOf({ origin, path }: Call): string {
  return `${origin}${path.split('?')[0]}`
}
