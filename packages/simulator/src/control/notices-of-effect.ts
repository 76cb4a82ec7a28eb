import type { Subscription } from '../world/subscription.ts'
import type { Tenant } from '../world/tenant.ts'
import type { Effect, EffectName } from './effects.ts'

interface Told {
  readonly set: 'users' | 'groups'
  /** The role of the object among the effect's targets. */
  readonly id: string
  readonly change: 'updated' | 'deleted'
  readonly relation?: 'members' | 'owners'
  /** Of the relation: what came or went. */
  readonly linked?: string
  readonly isRemoval?: boolean
}

/** Creation and soft deletion are updates (change-notifications-overview.md). */
const told: Partial<Record<EffectName, Told>> = {
  'user-created': { set: 'users', id: 'userId', change: 'updated' },
  'user-updated': { set: 'users', id: 'userId', change: 'updated' },
  'user-deleted': { set: 'users', id: 'userId', change: 'updated' },
  'user-restored': { set: 'users', id: 'userId', change: 'updated' },
  'user-purged': { set: 'users', id: 'userId', change: 'deleted' },
  'invitation-accepted': { set: 'users', id: 'userId', change: 'updated' },
  'group-created': { set: 'groups', id: 'groupId', change: 'updated' },
  'group-updated': { set: 'groups', id: 'groupId', change: 'updated' },
  'group-renewed': { set: 'groups', id: 'groupId', change: 'updated' },
  'group-deleted': { set: 'groups', id: 'groupId', change: 'updated' },
  'group-restored': { set: 'groups', id: 'groupId', change: 'updated' },
  'group-purged': { set: 'groups', id: 'groupId', change: 'deleted' },
  'member-added': linkOf('members', 'memberId'),
  'member-removed': { ...linkOf('members', 'memberId'), isRemoval: true },
  'owner-added': linkOf('owners', 'ownerId'),
  'owner-removed': { ...linkOf('owners', 'ownerId'), isRemoval: true },
}

function linkOf(relation: 'members' | 'owners', linked: string): Told {
  return { set: 'groups', id: 'groupId', change: 'updated', relation, linked }
}

/** What a subscriber is told of an effect: one notification, or nothing. */
export function noticesOf(
  { what, targets }: Effect,
  subscription: Subscription,
  { tenantId }: Tenant,
): Readonly<Record<string, unknown>>[] {
  const known = told[what]
  const id = known && targets[known.id]
  if (!known || !id || !isAbout(subscription, known, id)) return []
  const type = known.set === 'users' ? 'User' : 'Group'
  const address = `${type}s/${id}`
  const linkedId = known.linked && targets[known.linked]
  const link = known.isRemoval ? { id: linkedId, '@removed': 'deleted' } : { id: linkedId }
  return [
    {
      changeType: known.change,
      clientState: subscription.clientState,
      resource: address,
      resourceData: {
        '@odata.type': `#Microsoft.Graph.${type}`,
        '@odata.id': address,
        id,
        organizationId: tenantId,
        ...(known.relation ? { [`${known.relation}@delta`]: [link] } : {}),
      },
      subscriptionExpirationDateTime: subscription.expirationDateTime,
      subscriptionId: subscription.id,
      tenantId,
    },
  ]
}

function isAbout(
  { resource, changeType }: Subscription,
  { set, change, relation }: Told,
  id: string,
) {
  const [ofSet, ofId, ofRelation] = resource.replace(/^\//, '').split('/')
  return (
    changeType.split(',').some((one) => one.trim() === change) &&
    ofSet?.toLowerCase() === set &&
    (ofId === undefined || ofId.toLowerCase() === id) &&
    (ofRelation === undefined || ofRelation.toLowerCase() === relation)
  )
}
