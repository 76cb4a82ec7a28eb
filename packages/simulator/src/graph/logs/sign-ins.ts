import type { Effect, SignIn } from '../../control/effects.ts'
import { guidOf } from '../../world/guid.ts'
import { type Call, type GraphOperation } from '../operation.ts'
import {
  choice,
  collectionOf,
  identifier,
  instant,
  type QueriedType,
  text,
} from '../query/queried-type.ts'
import { requirePremiumLicence } from '../sign-in-activity.ts'
import { keptSince, largestLogPage, logEntryReply, logReply } from './log-reply.ts'

const context = 'auditLogs/signIns'
/** Of somebody who is nobody in the directory. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * The sign-ins of people. In v1.0 they are the interactive ones; beta has the others for whoever
 * filters by `signInEventTypes` (signin-list.md). Those of apps are not simulated.
 */
export const signInOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/auditLogs/signIns',
    largestPage: largestLogPage,
    answer(call) {
      requirePremiumLicence(call.tenant)
      const wantsOthers =
        call.version === 'beta' && /\bsignInEventTypes\b/i.test(call.query.filter ?? '')
      const entries = signInsOf(call).filter(({ isInteractive }) => wantsOthers || isInteractive)
      return logReply(call, context, entries, queriedSignIn)
    },
  },
  {
    method: 'GET',
    path: '/auditLogs/signIns/{id}',
    answer(call) {
      requirePremiumLicence(call.tenant)
      return logEntryReply(call, context, signInsOf(call))
    },
  },
]

function signInsOf(call: Call) {
  const { simulation, tenant } = call
  const since = keptSince(call).toISOString()
  return simulation.effects
    .list()
    .filter(({ organization, at }) => organization === tenant.slug && at >= since)
    .flatMap((effect) => (effect.signIn ? [render(call, effect, effect.signIn)] : []))
}

function render({ simulation, tenant, version }: Call, effect: Effect, signIn: SignIn) {
  const { world, effects } = simulation
  const userId = effect.targets['userId']
  const user = userId && (tenant.users.get(userId) ?? tenant.deletedUsers.get(userId))
  const nameOf = (clientId: string | null) =>
    world.applications.get(clientId ?? '')?.displayName ?? null
  return {
    id: guidOf(`${effects.era()} sign-in ${effect.sequence}`),
    createdDateTime: effect.at,
    userDisplayName: effect.by.name,
    userPrincipalName: (user ? user.userPrincipalName : signIn.mail).toLowerCase(),
    userId: userId ?? nobody,
    appId: signIn.clientId,
    appDisplayName: nameOf(signIn.clientId),
    ipAddress: '127.0.0.1',
    clientAppUsed: 'Browser',
    correlationId: guidOf(`${effects.era()} correlation ${effect.sequence}`),
    conditionalAccessStatus: conditionalAccessStatusOf(signIn),
    isInteractive: signIn.isInteractive,
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes: [],
    riskEventTypes_v2: [],
    resourceDisplayName: nameOf(signIn.resourceId),
    resourceId: signIn.resourceId,
    status: {
      errorCode: signIn.errorCode,
      failureReason: signIn.failureReason,
      additionalDetails: null,
    },
    deviceDetail: {
      deviceId: '',
      displayName: null,
      operatingSystem: null,
      browser: null,
      isCompliant: null,
      isManaged: null,
      trustType: null,
    },
    location: {
      city: null,
      state: null,
      countryOrRegion: null,
      geoCoordinates: { altitude: null, latitude: null, longitude: null },
    },
    appliedConditionalAccessPolicies: [],
    ...(version === 'beta'
      ? { signInEventTypes: [signIn.isInteractive ? 'interactiveUser' : 'nonInteractiveUser'] }
      : {}),
  }
}

/** 53000 and 53003 are refusals of a policy, 50076 its question for a second factor. */
function conditionalAccessStatusOf({ errorCode }: SignIn): string {
  return [50076, 53000, 53003].includes(errorCode) ? 'failure' : 'notApplied'
}

/** What signin.md says of `$filter` for each property. */
const queriedSignIn: QueriedType = {
  name: 'SignIn',
  fullName: 'microsoft.graph.signIn',
  filterable: {
    id: identifier,
    createdDateTime: instant('default'),
    userDisplayName: text('default'),
    userPrincipalName: text('default'),
    userId: identifier,
    appId: identifier,
    appDisplayName: text('default'),
    ipAddress: text('default'),
    clientAppUsed: choice('default'),
    correlationId: identifier,
    conditionalAccessStatus: choice('default'),
    resourceDisplayName: choice('default'),
    resourceId: identifier,
    riskState: choice('default'),
    'status/errorCode': { kind: 'number', eq: 'default' },
    signInEventTypes: collectionOf(choice('default')),
  },
  properties: ['id', 'createdDateTime', 'isInteractive', 'status', 'location', 'deviceDetail'],
  sortable: { createdDateTime: 'default' },
  searchable: [],
}
