import type { Actor, Effect } from '../../control/effects.ts'
import { guidOf } from '../../world/guid.ts'
import type { Tenant } from '../../world/tenant.ts'
import { type Call, type GraphOperation } from '../operation.ts'
import {
  choice,
  collectionOf,
  identifier,
  instant,
  type QueriedType,
  text,
} from '../query/queried-type.ts'
import { activitiesOf, type AuditedActivity } from './audited-activities.ts'
import { keptSince, largestLogPage, logEntryReply, logReply } from './log-reply.ts'

const context = 'auditLogs/directoryAudits'

/** What was changed in the directory, by whom; entries tell names as they are now. */
export const directoryAuditOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/auditLogs/directoryAudits',
    largestPage: largestLogPage,
    answer: (call) => logReply(call, context, auditsOf(call), queriedAudit),
  },
  {
    method: 'GET',
    path: '/auditLogs/directoryAudits/{id}',
    answer: (call) => logEntryReply(call, context, auditsOf(call)),
  },
]

function auditsOf(call: Call) {
  const { simulation, tenant } = call
  const since = keptSince(call).toISOString()
  return simulation.effects
    .list()
    .filter(({ organization, at }) => organization === tenant.slug && at >= since)
    .flatMap((effect) =>
      activitiesOf(effect).map((activity, place) => render(call, effect, activity, place)),
    )
}

function render(
  { simulation, tenant }: Call,
  effect: Effect,
  { service, category, operation, name, targets }: AuditedActivity,
  place: number,
) {
  const era = simulation.effects.era()
  const correlationId = guidOf(`${era} correlation ${effect.sequence}`)
  const id = guidOf(`${era} audit ${effect.sequence} ${place}`).slice(-5).toUpperCase()
  return {
    id: `Directory_${correlationId}_${id}_${effect.sequence}`,
    activityDateTime: effect.at,
    activityDisplayName: name,
    category,
    correlationId,
    result: 'success',
    resultReason: '',
    loggedByService: service,
    operationType: operation,
    initiatedBy: initiatorOf(tenant, effect.by),
    targetResources: targets.map((target, index) =>
      targetOf(tenant, target, index === 0 ? (effect.properties ?? []) : []),
    ),
    additionalDetails: [],
  }
}

function initiatorOf(tenant: Tenant, { kind, id, name }: Actor) {
  if (kind === 'person') {
    const user = tenant.users.get(id ?? '') ?? tenant.deletedUsers.get(id ?? '')
    const userPrincipalName = user?.userPrincipalName ?? null
    return {
      user: { id: id ?? null, displayName: name, ipAddress: '', userPrincipalName },
      app: null,
    }
  }
  const principal = tenant.servicePrincipals.get(id ?? '')
  return {
    user: null,
    app: {
      appId: id ?? null,
      displayName: name,
      servicePrincipalId: principal?.id ?? null,
      servicePrincipalName: null,
    },
  }
}

/** What is purged has no name any more. */
function targetOf(tenant: Tenant, id: string, changed: readonly string[]) {
  const user = tenant.users.get(id) ?? tenant.deletedUsers.get(id)
  const group = tenant.groups.get(id) ?? tenant.deletedGroups.get(id)
  const isUnified = group?.groupTypes.includes('Unified') ?? false
  return {
    id,
    displayName: user?.displayName ?? group?.displayName ?? null,
    type: user ? 'User' : group ? 'Group' : 'Other',
    userPrincipalName: user?.userPrincipalName ?? null,
    groupType: group ? (isUnified ? 'unifiedGroups' : 'azureAD') : null,
    modifiedProperties: changed.map((name) => ({
      displayName: name.charAt(0).toUpperCase() + name.slice(1),
      oldValue: null,
      newValue: null,
    })),
  }
}

/** What directoryaudit.md says of `$filter` for each property. */
const queriedAudit: QueriedType = {
  name: 'DirectoryAudit',
  fullName: 'microsoft.graph.directoryAudit',
  filterable: {
    id: identifier,
    activityDateTime: instant('default'),
    activityDisplayName: text('default'),
    category: choice('default'),
    correlationId: identifier,
    loggedByService: choice('default'),
    operationType: choice('default'),
    result: choice('default'),
    'initiatedBy/app/appId': identifier,
    'initiatedBy/app/displayName': text('default'),
    'initiatedBy/user/id': identifier,
    'initiatedBy/user/displayName': text('default'),
    'initiatedBy/user/userPrincipalName': text('default'),
    targetResources: collectionOf({ id: identifier, displayName: text('default') }),
  },
  properties: [
    'id',
    'activityDateTime',
    'resultReason',
    'initiatedBy',
    'targetResources',
    'additionalDetails',
  ],
  sortable: { activityDateTime: 'default' },
  searchable: [],
}
