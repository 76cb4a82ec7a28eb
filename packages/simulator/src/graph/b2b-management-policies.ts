import { randomUUID } from 'node:crypto'
import { recordEffect } from '../simulation.ts'
import { type B2bManagementPolicy, readDefinition } from '../world/collaboration-domains.ts'
import { badRequest, conflict, notFound } from './graph-error.ts'
import { type Call, type GraphOperation, type GraphReply, noContent, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { plainListReply, plainReply } from './plain-list.ts'
import type { Properties } from './properties.ts'

const context = 'policies/b2bManagementPolicies'
const versions = ['beta'] as const

/** The list of domains that guests may, or may not, be invited from; beta (b2bmanagementpolicy.md). */
export const b2bManagementPolicyOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/policies/b2bManagementPolicies',
    versions,
    permissions: permissions.readB2bManagement,
    answer: (call) =>
      plainListReply(call, listOf(call), {
        context,
        resource: 'B2bManagementPolicy',
        filterable: ['displayName'],
        render,
      }),
  },
  {
    method: 'GET',
    path: '/policies/b2bManagementPolicies/{policy}',
    versions,
    permissions: permissions.readB2bManagement,
    answer: (call) => plainReply(call, context, render(requirePolicy(call))),
  },
  {
    method: 'POST',
    path: '/policies/b2bManagementPolicies',
    versions,
    permissions: permissions.writeB2bManagement,
    answer(call) {
      // "You can create only one policy per organization" (allow-deny-list.md).
      if (call.tenant.b2bManagementPolicy) throw conflict('The organization has a policy already.')
      const policy = {
        id: randomUUID(),
        displayName: 'B2BManagementPolicy',
        definition: [],
        isOrganizationDefault: true,
        ...readPolicy(call),
      }
      if (policy.definition.length === 0) throw invalid('definition')
      call.tenant.b2bManagementPolicy = policy
      record(call, 'policy-created', policy)
      return { ...plainReply(call, context, render(policy)), status: 201 }
    },
  },
  {
    method: 'PATCH',
    path: '/policies/b2bManagementPolicies/{policy}',
    versions,
    permissions: permissions.writeB2bManagement,
    answer(call) {
      const policy = Object.assign(requirePolicy(call), readPolicy(call))
      return record(call, 'policy-updated', policy)
    },
  },
  {
    method: 'DELETE',
    path: '/policies/b2bManagementPolicies/{policy}',
    versions,
    permissions: permissions.writeB2bManagement,
    answer(call) {
      const policy = requirePolicy(call)
      call.tenant.b2bManagementPolicy = null
      return record(call, 'policy-deleted', policy)
    },
  },
]

function listOf({ tenant }: Call): readonly B2bManagementPolicy[] {
  return tenant.b2bManagementPolicy ? [tenant.b2bManagementPolicy] : []
}

function requirePolicy(call: Call): B2bManagementPolicy {
  const id = param(call, 'policy')
  const found = listOf(call).find((policy) => policy.id === id.toLowerCase())
  if (!found) throw notFound(id)
  return found
}

function render({
  id,
  displayName,
  definition,
  isOrganizationDefault,
}: B2bManagementPolicy): Properties {
  return { id, deletedDateTime: null, definition, displayName, isOrganizationDefault }
}

/** @throws {GraphError} 400 for what is no policy, and for domains of both kinds. */
function readPolicy({ body }: Call): Partial<Omit<B2bManagementPolicy, 'id'>> {
  const given = { ...(body as object) } as Record<string, unknown>
  const { definition, displayName, isOrganizationDefault } = given
  if (definition !== undefined && !isDefinition(definition)) throw invalid('definition')
  if (displayName !== undefined && typeof displayName !== 'string') throw invalid('displayName')
  if (isOrganizationDefault !== undefined && typeof isOrganizationDefault !== 'boolean') {
    throw invalid('isOrganizationDefault')
  }
  return {
    ...(definition ? { definition } : {}),
    ...(displayName === undefined ? {} : { displayName }),
    ...(isOrganizationDefault === undefined ? {} : { isOrganizationDefault }),
  }
}

function isDefinition(value: unknown): value is string[] {
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string')
  return isList && value.length === 1 && readDefinition(value) !== undefined
}

function invalid(property: string) {
  return badRequest(`Invalid value specified for property '${property}' of resource 'Policy'.`)
}

function record(
  { simulation, tenant, caller }: Call,
  what: 'policy-created' | 'policy-updated' | 'policy-deleted',
  { id }: B2bManagementPolicy,
): GraphReply {
  recordEffect(simulation, tenant, { by: caller.actor, what, targets: { policyId: id } })
  return noContent
}
