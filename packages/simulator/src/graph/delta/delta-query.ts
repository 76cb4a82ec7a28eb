import { badRequest, GraphError } from '../graph-error.ts'
import type { DeltaQuery } from './state-token.ts'

/** Options that Graph knows elsewhere and not here (delta-query-overview.md). */
export const deltaOptions = [
  '$deltatoken',
  '$skiptoken',
  '$select',
  '$filter',
  '$expand',
  '$top',
  '$orderby',
  '$search',
  '$count',
]

/** Kept outside of the main data store, and so not tracked: answered as `skills` is. */
const untracked = ['signinactivity', 'skills', 'manager']

const mostIds = 50
const relations: Readonly<Record<DeltaQuery['resource'], readonly string[]>> = {
  users: [],
  groups: ['members', 'owners'],
}

/** What a delta request says beside its state token. */
export interface DeltaRequest {
  readonly deltaToken: string | undefined
  readonly skipToken: string | undefined
  readonly query: DeltaQuery
}

/** @throws {GraphError} 400 for options that delta does not have, 501 for untracked properties. */
export function readDeltaRequest(resource: DeltaQuery['resource'], path: string): DeltaRequest {
  const options = new Map<string, string>()
  for (const [name, value] of new URL(path, 'http://graph').searchParams) {
    const lower = name.toLowerCase()
    options.set(lower.startsWith('$') ? lower : `$${lower}`, value)
  }
  const unsupported = ['$top', '$orderby', '$search', '$count'].find((name) => options.has(name))
  if (unsupported) throw unsupportedOption(unsupported)
  const deltaToken = options.get('$deltatoken') || undefined
  const skipToken = options.get('$skiptoken')
  const isContinued = skipToken !== undefined || (deltaToken && deltaToken !== 'latest')
  const repeated = ['$select', '$filter', '$expand'].find((name) => options.has(name))
  if (isContinued && repeated) {
    throw badRequest(`The state token already carries ${repeated}; it cannot be given again.`)
  }
  return { deltaToken, skipToken, query: readQuery(resource, options) }
}

function readQuery(
  resource: DeltaQuery['resource'],
  options: ReadonlyMap<string, string>,
): DeltaQuery {
  const select =
    options
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()) ?? null
  if (select?.some((name) => untracked.includes(name.toLowerCase()))) {
    throw new GraphError(501, 'NotImplemented', 'This operation target is not yet supported.')
  }
  const expand = options.get('$expand')
  if (expand !== undefined && !(resource === 'groups' && expand === 'members')) {
    throw unsupportedOption('$expand')
  }
  const filter = options.get('$filter')
  return {
    resource,
    select: expand && select ? [...select, expand] : select,
    ids: filter === undefined ? null : readIds(filter),
  }
}

/** `id eq '…' or id eq '…'`, the only filter that there is, for up to 50 objects. */
function readIds(filter: string): string[] {
  const ids = filter.split(/\s+or\s+/i).map((part) => {
    const [, id] = /^\(?\s*id\s+eq\s+'([^']+)'\s*\)?$/i.exec(part.trim()) ?? []
    if (id) return id.toLowerCase()
    throw new GraphError(
      400,
      'Request_UnsupportedQuery',
      'Unsupported Query. A delta query can be filtered by the id of objects only.',
    )
  })
  if (ids.length > mostIds) {
    throw badRequest(`A delta query can be filtered by up to ${mostIds} objects.`)
  }
  return [...new Set(ids)].toSorted()
}

/** Of the relations of a group, those that are told: members where nothing was selected. */
export function trackedRelations({ resource, select }: DeltaQuery): readonly string[] {
  if (!select) return resource === 'groups' ? ['members'] : []
  const lower = select.map((name) => name.toLowerCase())
  return relations[resource].filter((name) => lower.includes(name))
}

/** The properties that were selected; the id is always among them. */
export function selectedProperties(query: DeltaQuery): readonly string[] | undefined {
  if (!query.select) return undefined
  const others = query.select.filter((name) => {
    const lower = name.toLowerCase()
    return lower !== 'id' && !relations[query.resource].includes(lower)
  })
  return ['id', ...others]
}

function unsupportedOption(option: string): GraphError {
  return new GraphError(
    400,
    'Request_UnsupportedQuery',
    `Unsupported Query. The query option ${option} is not supported by delta queries of directory objects.`,
  )
}
