import { randomUUID } from 'node:crypto'
import type { EffectName } from '../control/effects.ts'
import { recordEffect } from '../simulation.ts'
import { type Group, isMicrosoft365 } from '../world/group.ts'
import {
  findPolicyOf,
  type LifecyclePolicy,
  scheduleExpiration,
} from '../world/lifecycle-policy.ts'
import { badRequest, notFound } from './graph-error.ts'
import { requireGroup } from './groups.ts'
import { readPolicyBody, requireCompletePolicy } from './lifecycle-policy-body.ts'
import {
  type Call,
  contextOf,
  type GraphOperation,
  type GraphReply,
  noContent,
  param,
} from './operation.ts'

/** groups-lifecycle.md: of selected groups; all groups have no such limit. */
const mostSelected = 500

const path = '/groupLifecyclePolicies'

export const lifecyclePolicyOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path,
    answer: (call) => collection(call, [...call.tenant.lifecyclePolicies.values()]),
  },
  { method: 'POST', path, answer: createPolicy },
  {
    method: 'GET',
    path: `${path}/{policy}`,
    answer: (call) => single(call, 200, requirePolicy(call)),
  },
  { method: 'PATCH', path: `${path}/{policy}`, answer: updatePolicy },
  { method: 'DELETE', path: `${path}/{policy}`, answer: deletePolicy },
  {
    method: 'POST',
    path: `${path}/{policy}/addGroup`,
    answer: (call) => changeSelection(call, addGroup),
  },
  {
    method: 'POST',
    path: `${path}/{policy}/removeGroup`,
    answer: (call) =>
      changeSelection(call, ({ tenant }, policy, group) =>
        tenant.lifecycleGroups.remove(policy.id, group.id),
      ),
  },
  {
    method: 'GET',
    path: '/groups/{group}/groupLifecyclePolicies',
    answer(call) {
      const policy = findPolicyOf(call.tenant, requireGroup(call))
      return collection(call, policy ? [policy] : [])
    },
  },
]

/** A tenant has one; the words are recorded (microsoft-graph-docs#4013). */
function createPolicy(call: Call): GraphReply {
  const { tenant } = call
  const wanted = requireCompletePolicy(readPolicyBody(call.body))
  if (tenant.lifecyclePolicies.size > 0) {
    throw badRequest(
      'Tenant already has maximum allowed 1 policy',
      'MaxExpirationPoliciesCountReached',
    )
  }
  const policy: LifecyclePolicy = { id: randomUUID(), ...wanted }
  tenant.lifecyclePolicies.set(policy.id, policy)
  record(call, 'lifecycle-policy-created', policy)
  rescheduleGroups(call)
  return single(call, 201, policy)
}

function updatePolicy(call: Call): GraphReply {
  const policy = requirePolicy(call)
  const changes = readPolicyBody(call.body)
  Object.assign(policy, changes)
  record(call, 'lifecycle-policy-updated', policy, Object.keys(changes))
  if ('groupLifetimeInDays' in changes || 'managedGroupTypes' in changes) rescheduleGroups(call)
  return single(call, 200, policy)
}

function deletePolicy(call: Call): GraphReply {
  const { tenant } = call
  const policy = requirePolicy(call)
  tenant.lifecyclePolicies.delete(policy.id)
  for (const id of tenant.lifecycleGroups.from(policy.id)) {
    tenant.lifecycleGroups.remove(policy.id, id)
  }
  record(call, 'lifecycle-policy-deleted', policy)
  rescheduleGroups(call)
  return noContent
}

type Change = (call: Call, policy: LifecyclePolicy, group: Group) => boolean

/** One group at a time; `false` tells that nothing changed (grouplifecyclepolicy-addgroup.md). */
function changeSelection(call: Call, change: Change): GraphReply {
  const policy = requirePolicy(call)
  const groupId = String((call.body as Record<string, unknown> | undefined)?.['groupId'])
  const group = call.tenant.groups.get(groupId.toLowerCase())
  if (!group) throw notFound(groupId)
  const value = change(call, policy, group)
  if (value) {
    record(call, 'lifecycle-policy-updated', policy, ['groups'], group)
    reschedule(call, [group])
  }
  return { status: 200, body: { '@odata.context': contextOf(call, 'Edm.Boolean'), value } }
}

function addGroup({ tenant }: Call, policy: LifecyclePolicy, group: Group): boolean {
  const { lifecycleGroups } = tenant
  const isPossible =
    policy.managedGroupTypes === 'Selected' &&
    isMicrosoft365(group) &&
    lifecycleGroups.countFrom(policy.id) < mostSelected &&
    !lifecycleGroups.has(policy.id, group.id)
  if (isPossible) lifecycleGroups.add(policy.id, group.id)
  return isPossible
}

function rescheduleGroups(call: Call): void {
  reschedule(call, [...call.tenant.groups.values()].filter(isMicrosoft365))
}

function reschedule({ simulation, tenant }: Call, groups: readonly Group[]): void {
  for (const group of groups) {
    if (!scheduleExpiration(tenant, group, simulation.clock.now())) continue
    recordEffect(simulation, tenant, {
      by: { kind: 'directory', name: 'Microsoft Entra' },
      what: 'group-updated',
      targets: { groupId: group.id },
      properties: ['expirationDateTime'],
    })
  }
}

function requirePolicy(call: Call): LifecyclePolicy {
  const id = param(call, 'policy')
  const policy = call.tenant.lifecyclePolicies.get(id.toLowerCase())
  if (!policy) throw notFound(id)
  return policy
}

function record(
  call: Call,
  what: EffectName,
  policy: LifecyclePolicy,
  properties?: readonly string[],
  group?: Group,
): void {
  recordEffect(call.simulation, call.tenant, {
    by: call.caller.actor,
    what,
    targets: { policyId: policy.id, ...(group ? { groupId: group.id } : {}) },
    ...(properties ? { properties } : {}),
  })
}

function single(call: Call, status: number, policy: LifecyclePolicy): GraphReply {
  const context = contextOf(call, 'groupLifecyclePolicies/$entity')
  return { status, body: { '@odata.context': context, ...policy } }
}

function collection(call: Call, policies: readonly LifecyclePolicy[]): GraphReply {
  const context = contextOf(call, 'groupLifecyclePolicies')
  return { status: 200, body: { '@odata.context': context, value: policies } }
}
