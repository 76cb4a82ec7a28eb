import { findUser } from '../world/tenant.ts'
import { type DirectoryObject, findObject } from './directory-object.ts'
import { badRequest, notFound } from './graph-error.ts'
import type { Call } from './operation.ts'

/** Relations that one request may make, members and owners together (microsoft-graph-docs#6016). */
const mostLinks = 20

/** Sets that a reference can name an object by, and what it may be then. */
const sets: Readonly<Record<string, DirectoryObject['type'] | undefined>> = {
  directoryobjects: undefined,
  users: 'user',
  groups: 'group',
  serviceprincipals: 'servicePrincipal',
}

/**
 * The object that the body `{"@odata.id": ".../directoryObjects/{id}"}` refers to.
 *
 * @throws {GraphError} 400 for what is no reference of this Graph, 404 for what this tenant lacks.
 */
export function requireReferenced(call: Call): DirectoryObject {
  if (call.body === undefined || call.body === null) {
    // microsoft/semantic-link-labs#1082
    throw badRequest(
      "An unexpected 'EndOfInput' node was found when reading from the JSON reader. A 'StartObject' node was expected.",
    )
  }
  return requireObject(call, (call.body as Record<string, unknown>)['@odata.id'])
}

/**
 * The objects of `members@odata.bind` and `owners@odata.bind`: all of them or an error.
 *
 * @throws {GraphError} as {@link requireReferenced}, and 400 for more than twenty or one twice.
 */
export function requireBound(
  call: Call,
  names: readonly ('members' | 'owners')[],
): Record<'members' | 'owners', DirectoryObject[]> {
  const body = { ...(call.body as object) } as Record<string, unknown>
  const bound: Record<'members' | 'owners', DirectoryObject[]> = { members: [], owners: [] }
  const lists = names.map((name) => [name, listOf(body[`${name}@odata.bind`])] as const)
  const total = lists.reduce((sum, [, list]) => sum + list.length, 0)
  if (total > mostLinks) {
    throw badRequest(`A resource cannot contain more than ${mostLinks} link changes`)
  }
  for (const [name, list] of lists) {
    for (const reference of list) {
      const entry = requireObject(call, reference)
      if (bound[name].some(({ id }) => id === entry.id)) throw namedTwice(entry)
      bound[name].push(entry)
    }
  }
  return bound
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  throw invalidReference()
}

function requireObject(call: Call, reference: unknown): DirectoryObject {
  const { set, name } = readReference(call, reference)
  const wanted = sets[set]
  const user = wanted === 'user' ? findUser(call.tenant, name) : undefined
  const found = findObject(call.tenant, user?.id ?? name.toLowerCase())
  if (!found || (wanted && found.type !== wanted)) throw notFound(name)
  return found
}

/** `{origin}/{version}/{set}/{id}`, or the same with the id in brackets as OData writes keys. */
function readReference(call: Call, reference: unknown): { set: string; name: string } {
  if (typeof reference !== 'string' || !URL.canParse(reference)) throw invalidReference()
  const url = new URL(reference)
  const [version, ...path] = url.pathname.split('/').slice(1).map(decodeURIComponent)
  const [, set, name] = /^([^/(]+)(?:\/|\(')([^/')]+)(?:'\))?$/.exec(path.join('/')) ?? []
  const isGraph = graphOrigins(call).has(url.origin) && /^(v1\.0|beta)$/.test(version ?? '')
  if (!isGraph || !set || !name || !(set.toLowerCase() in sets)) throw invalidReference()
  return { set: set.toLowerCase(), name }
}

/** Microsoft's own, and the places where this Graph is reached. */
function graphOrigins({ origin, simulation }: Call): ReadonlySet<string> {
  return new Set(['https://graph.microsoft.com', origin, simulation.url])
}

/** No document has the words for this; the status is that of every body that cannot be read. */
function invalidReference() {
  return badRequest("The '@odata.id' of the reference is missing or not valid.", 'BadRequest')
}

/** microsoftgraph/contoso-airlines-teams-sample#1, without the inner state that it prints. */
function namedTwice({ type, id }: DirectoryObject) {
  const resource = type.charAt(0).toUpperCase() + type.slice(1)
  return badRequest(
    `Object '[ResourceType=${resource},Id=${id}]' referenced from '[ResourceType=Group]' can only be present once as an add/remove change.`,
  )
}
