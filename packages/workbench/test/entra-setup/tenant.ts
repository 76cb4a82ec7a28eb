import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface Thing {
  readonly id: string
  [property: string]: unknown
}

/** What register-shared.mjs and register-organization.mjs see of a tenant, and what they did. */
export interface Tenant extends AsyncDisposable {
  readonly url: string
  readonly applications: Thing[]
  readonly servicePrincipals: Thing[]
  readonly appRoleAssignments: Thing[]
  readonly permissionGrants: Thing[]
  readonly administrativeUnits: Thing[]
  readonly roleAssignments: Thing[]
  /** Every request that was not a read. */
  readonly writes: { readonly method: string; readonly path: string }[]
}

export const microsoftGraph = '00000003-0000-0000-c000-000000000000'

/** A tenant that keeps registrations, as Microsoft Graph documents them; it decides nothing. */
export async function startTenant(tenantId: string): Promise<Tenant> {
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const tenant: Tenant = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    applications: [],
    servicePrincipals: [{ id: randomUUID(), appId: microsoftGraph }],
    appRoleAssignments: [],
    permissionGrants: [],
    administrativeUnits: [],
    roleAssignments: [],
    writes: [],
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await answer(request)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  }

  async function answer(request: IncomingMessage): Promise<{ status: number; body?: unknown }> {
    const { pathname, searchParams } = new URL(request.url ?? '', tenant.url)
    const method = request.method ?? ''
    const path = decodeURIComponent(pathname).replace('/v1.0', '')
    const body = method === 'GET' ? {} : (JSON.parse(await text(request)) as object)
    if (request.headers.authorization !== 'Bearer a-token') return { status: 401 }
    if (method !== 'GET') tenant.writes.push({ method, path })

    const list = listOf(path)
    if (list && method === 'POST') return { status: 201, body: add(list, body) }
    if (list) return { status: 200, body: { value: list.filter(chosenBy(searchParams, path)) } }

    const [, kind, key, value] = /^\/(\w+)(?:\((\w+)='|\/)([\w-]+)/.exec(path) ?? []
    const things = kind === 'applications' ? tenant.applications : tenant.servicePrincipals
    const thing = things.find((each) => each[key ?? 'id'] === value)
    if (!thing && request.headers['prefer'] === 'create-if-missing') {
      const application = { appId: randomUUID(), [key ?? '']: value, keyCredentials: [] }
      return { status: 201, body: add(things, { ...application, ...body }) }
    }
    if (!thing) return { status: 404, body: { error: { code: 'Request_ResourceNotFound' } } }
    if (method === 'GET') return { status: 200, body: asGraphAnswers(thing) }
    Object.assign(thing, body)
    return { status: 204 }
  }

  function listOf(path: string): Thing[] | undefined {
    if (path === '/organization') {
      const verifiedDomains = [{ name: 'Contoso.com' }, { name: 'contoso.onmicrosoft.com' }]
      return [{ id: tenantId, displayName: 'Contoso', verifiedDomains }]
    }
    if (path === '/servicePrincipals') return tenant.servicePrincipals
    if (path === '/directory/administrativeUnits') return tenant.administrativeUnits
    if (path === '/roleManagement/directory/roleAssignments') return tenant.roleAssignments
    if (path.endsWith('oauth2PermissionGrants')) return tenant.permissionGrants
    if (/\/appRoleAssign(ments|edTo)$/.test(path)) return tenant.appRoleAssignments
    return undefined
  }

  return tenant
}

/** Graph adds properties that nobody set, and keeps no order in lists. */
function asGraphAnswers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asGraphAnswers).toReversed()
  if (typeof value !== 'object' || value === null) return value
  const properties = Object.entries(value).map(([name, each]) => [name, asGraphAnswers(each)])
  return { ...Object.fromEntries(properties), notAskedFor: null }
}

function add(list: Thing[], body: object): Thing {
  const thing = { id: randomUUID(), ...body }
  list.push(thing)
  return thing
}

/** Lists are those of one service principal, or those that a filter names. */
function chosenBy(parameters: URLSearchParams, path: string): (thing: Thing) => boolean {
  const [, property, wanted] = /^(\w+) eq '([^']+)'$/.exec(parameters.get('$filter') ?? '') ?? []
  if (property) return (thing) => thing[property] === wanted
  const [, principalId, relation] = /^\/servicePrincipals\/([\w-]+)\/(\w+)$/.exec(path) ?? []
  if (relation === 'appRoleAssignments') return (thing) => thing['principalId'] === principalId
  if (relation === 'appRoleAssignedTo') return (thing) => thing['resourceId'] === principalId
  if (relation === 'oauth2PermissionGrants') return (thing) => thing['clientId'] === principalId
  return () => true
}
