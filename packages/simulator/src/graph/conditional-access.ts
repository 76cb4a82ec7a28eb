import { randomUUID } from 'node:crypto'
import { recordEffect } from '../simulation.ts'
import { type ConditionalAccessPolicy, grantControls } from '../world/conditional-access.ts'
import { badRequest, notFound } from './graph-error.ts'
import { type Call, type GraphOperation, type GraphReply, noContent, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { plainListReply, plainReply } from './plain-list.ts'
import type { Properties } from './properties.ts'

const context = 'identity/conditionalAccess/policies'

/** Policies that decide at every sign-in, by the conditions of world/conditional-access.ts. */
export const conditionalAccessOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/identity/conditionalAccess/policies',
    answer: (call) =>
      plainListReply(call, [...call.tenant.conditionalAccessPolicies.values()], {
        context,
        resource: 'ConditionalAccessPolicy',
        filterable: ['displayName', 'state'],
        render,
      }),
  },
  {
    method: 'GET',
    path: '/identity/conditionalAccess/policies/{policy}',
    answer: (call) => plainReply(call, context, render(requirePolicy(call))),
  },
  {
    method: 'POST',
    path: '/identity/conditionalAccess/policies',
    permissions: permissions.writeConditionalAccess,
    answer: createPolicy,
  },
  {
    method: 'PATCH',
    path: '/identity/conditionalAccess/policies/{policy}',
    permissions: permissions.writeConditionalAccess,
    answer(call) {
      const policy = requirePolicy(call)
      const change = recordOf(call.body)
      const {
        displayName,
        state,
        conditions,
        grantControls: controls,
        sessionControls,
      } = readPolicy({
        ...policy,
        ...change,
      })
      Object.assign(policy, {
        displayName,
        state,
        conditions,
        grantControls: controls,
        sessionControls,
      })
      policy.modifiedDateTime = now(call)
      record(call, 'policy-updated', policy, Object.keys(change))
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: '/identity/conditionalAccess/policies/{policy}',
    permissions: permissions.writeConditionalAccess,
    answer(call) {
      const policy = requirePolicy(call)
      call.tenant.conditionalAccessPolicies.delete(policy.id)
      record(call, 'policy-deleted', policy)
      return noContent
    },
  },
]

function requirePolicy(call: Call): ConditionalAccessPolicy {
  const id = param(call, 'policy')
  const found = call.tenant.conditionalAccessPolicies.get(id.toLowerCase())
  if (!found) throw notFound(id)
  return found
}

function createPolicy(call: Call): GraphReply {
  const policy: ConditionalAccessPolicy = {
    id: randomUUID(),
    createdDateTime: now(call),
    modifiedDateTime: null,
    ...readPolicy(recordOf(call.body)),
  }
  call.tenant.conditionalAccessPolicies.set(policy.id, policy)
  record(call, 'policy-created', policy)
  return { ...plainReply(call, context, render(policy)), status: 201 }
}

type Writable = Pick<
  ConditionalAccessPolicy,
  'displayName' | 'state' | 'conditions' | 'grantControls' | 'sessionControls'
>
const states = ['enabled', 'disabled', 'enabledForReportingButNotEnforced'] as const

/** @throws {GraphError} 400 for what the simulator could not evaluate (conditionalaccessroot-post-policies.md). */
function readPolicy(body: Record<string, unknown>): Writable {
  const { displayName } = body
  const state = states.find((known) => known === body['state'])
  const conditions = recordOf(body['conditions'])
  const grants = body['grantControls'] === null ? null : recordOf(body['grantControls'])
  const controls = grants?.['builtInControls'] ?? []
  if (typeof displayName !== 'string' || displayName === '') throw refusal('displayName')
  if (!state) throw refusal('state')
  for (const name of ['applications', 'users']) {
    const condition = recordOf(conditions[name])
    const lists = Object.entries(condition).filter(([key]) => !key.endsWith('ExternalUsers'))
    if (lists.length === 0 && name === 'applications') throw refusal(`conditions.${name}`)
    const wrong = lists.find(([, value]) => !isTexts(value))
    if (wrong) throw refusal(`conditions.${name}.${wrong[0]}`)
  }
  const { clientAppTypes } = conditions
  if (clientAppTypes !== undefined && !isTexts(clientAppTypes)) throw refusal('clientAppTypes')
  const known: readonly string[] = grantControls
  if (!isTexts(controls) || !controls.every((control) => known.includes(control))) {
    throw refusal('grantControls.builtInControls')
  }
  const frequency = recordOf(recordOf(body['sessionControls'])['signInFrequency'])
  const isAsked = Object.keys(frequency).length > 0
  const { isEnabled, frequencyInterval } = frequency
  if (isAsked && frequencyInterval !== 'everyTime' && frequencyInterval !== 'timeBased') {
    throw refusal('sessionControls.signInFrequency.frequencyInterval')
  }
  return {
    displayName,
    state,
    sessionControls: isAsked
      ? {
          signInFrequency: {
            isEnabled: isEnabled === true,
            frequencyInterval: frequencyInterval === 'everyTime' ? 'everyTime' : 'timeBased',
          },
        }
      : null,
    conditions: {
      ...conditions,
      applications: recordOf(conditions['applications']),
      users: recordOf(conditions['users']),
    },
    grantControls: grants && {
      operator: grants['operator'] === 'AND' ? 'AND' : 'OR',
      builtInControls: grantControls.filter((control) => controls.includes(control)),
    },
  }
}

function refusal(property: string) {
  return badRequest(`Value for the property '${property}' is missing or invalid.`, 'BadRequest')
}

function record(
  { simulation, tenant, caller }: Call,
  what: 'policy-created' | 'policy-updated' | 'policy-deleted',
  { id }: ConditionalAccessPolicy,
  properties?: readonly string[],
): void {
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what,
    targets: { policyId: id },
    ...(properties ? { properties } : {}),
  })
}

function now({ simulation }: Call): string {
  return simulation.clock.now().toISOString()
}

/** What decides nothing here is there too, empty, as Graph sends it. */
function render({
  grantControls: controls,
  conditions,
  sessionControls,
  ...policy
}: ConditionalAccessPolicy): Properties {
  return {
    ...policy,
    conditions: {
      userRiskLevels: [],
      signInRiskLevels: [],
      clientAppTypes: ['all'],
      platforms: null,
      locations: null,
      ...conditions,
    },
    grantControls: controls && { ...controls, customAuthenticationFactors: [], termsOfUse: [] },
    sessionControls: sessionControls
      ? {
          applicationEnforcedRestrictions: null,
          cloudAppSecurity: null,
          disableResilienceDefaults: null,
          persistentBrowser: null,
          signInFrequency: {
            ...sessionControls.signInFrequency,
            authenticationType: 'primaryAndSecondaryAuthentication',
            type: null,
            value: null,
          },
        }
      : null,
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
