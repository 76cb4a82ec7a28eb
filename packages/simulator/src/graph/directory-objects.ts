import { findDirectoryRoleIn } from '../world/directory-roles.ts'
import type { Tenant } from '../world/tenant.ts'
import {
  type DirectoryObject,
  findObject,
  type ObjectType,
  renderObject,
  requireReader,
  roleObject,
} from './directory-object.ts'
import { badRequest, notFound } from './graph-error.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { everyUserProperty } from './user-properties.ts'

/** directoryobject-getbyids.md */
const mostIds = 1000

/** Objects whose type the address does not tell. */
export const directoryObjectOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/directoryObjects/{object}',
    permissions: permissions.readAnyObject,
    answer: readObject,
  },
  { method: 'POST', path: '/directoryObjects/getByIds', answer: listByIds },
]

function readObject(call: Call): GraphReply {
  const id = param(call, 'object')
  const found = findAnything(call.tenant, id.toLowerCase())
  if (!found) throw notFound(id)
  requireReader(call.caller, found.type)
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, 'directoryObjects/$entity'),
      ...renderObject(call, found),
    },
  }
}

/** What is found of the ids, each once and whole; what is not is left out without a word. */
function listByIds(call: Call): GraphReply {
  const { ids, types } = { ...(call.body as object | null) } as { ids?: unknown; types?: unknown }
  if (!isTexts(ids) || ids.length === 0 || ids.length > mostIds) throw invalidParameter('ids')
  if (types !== undefined && types !== null && !isTexts(types)) throw invalidParameter('types')
  const wanted = (types ?? []).map((type) => type.toLowerCase())
  const isWanted = (type: ObjectType) =>
    wanted.length === 0 || wanted.includes('directoryobject') || wanted.includes(type.toLowerCase())
  const objects = [...new Set(ids.map((id) => id.toLowerCase()))]
    .flatMap((id) => findAnything(call.tenant, id) ?? [])
    .filter(({ type }) => isWanted(type))
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, 'directoryObjects'),
      value: objects.map((object) => renderObject(wholeCall(call, object), object)),
    },
  }
}

/** `$select` is not heard, and users show more than where they are asked for one by one. */
function wholeCall(call: Call, { type }: DirectoryObject): Call {
  const select = type === 'user' ? everyUserProperty : undefined
  return { ...call, query: { ...call.query, select } }
}

function findAnything(tenant: Tenant, id: string): DirectoryObject | undefined {
  const unit = tenant.administrativeUnits.get(id)
  if (unit) return { type: 'administrativeUnit', id, object: unit }
  const role = findDirectoryRoleIn(tenant, id)
  return role ? roleObject(tenant, role) : findObject(tenant, id)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** No document has the words. */
function invalidParameter(name: string) {
  return badRequest(`Invalid value specified for parameter '${name}'.`)
}
