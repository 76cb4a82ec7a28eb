import { recordEffect } from '../simulation.ts'
import type { AdministrativeUnit } from '../world/administrative-unit.ts'
import { isInUnit } from '../world/unit-membership.ts'
import { collectionReply } from './collection-reply.ts'
import { findObject } from './directory-object.ts'
import { badRequest, notFound } from './graph-error.ts'
import { type Call, type GraphOperation, type GraphReply, noContent, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { plainListReply, plainReply } from './plain-list.ts'
import type { Properties } from './properties.ts'
import { requireReferenced } from './object-reference.ts'

export const unitContext = 'directory/administrativeUnits'

/** Parts of the directory over which a role can be given, and restricted ones. */
export const administrativeUnitOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/directory/administrativeUnits',
    permissions: permissions.readUnits,
    answer: (call) =>
      plainListReply(call, [...call.tenant.administrativeUnits.values()], {
        context: unitContext,
        resource: 'AdministrativeUnit',
        filterable: ['displayName'],
        render: renderUnit,
      }),
  },
  {
    method: 'GET',
    path: '/directory/administrativeUnits/{unit}',
    permissions: permissions.readUnits,
    answer: (call) => plainReply(call, unitContext, renderUnit(requireUnit(call))),
  },
  {
    method: 'GET',
    path: '/directory/administrativeUnits/{unit}/members',
    permissions: permissions.readUnits,
    answer(call) {
      const { simulation, tenant } = call
      const { id } = requireUnit(call)
      const members = tenant.unitMembers.from(id)
      const arrived = members.filter((objectId) => isInUnit(simulation, tenant, id, objectId))
      return collectionReply(
        call,
        arrived.flatMap((objectId) => findObject(tenant, objectId) ?? []),
      )
    },
  },
  {
    method: 'POST',
    path: '/directory/administrativeUnits/{unit}/members/$ref',
    permissions: permissions.writeUnits,
    answer: addMember,
  },
  {
    method: 'DELETE',
    path: '/directory/administrativeUnits/{unit}/members/{member}/$ref',
    permissions: permissions.writeUnits,
    answer(call) {
      const { id } = requireAssignedUnit(call)
      const memberId = param(call, 'member').toLowerCase()
      if (!call.tenant.unitMembers.remove(id, memberId)) throw notFound(memberId)
      record(call, 'unit-member-removed', id, memberId)
      return noContent
    },
  },
]

/** @throws {GraphError} 404. */
export function requireUnit(call: Call): AdministrativeUnit {
  const id = param(call, 'unit')
  const unit = call.tenant.administrativeUnits.get(id.toLowerCase())
  if (!unit) throw notFound(id)
  return unit
}

/** Nobody adds to a unit that has a rule (admin-units-members-dynamic.md). */
function requireAssignedUnit(call: Call): AdministrativeUnit {
  const unit = requireUnit(call)
  if (unit.membershipRule) {
    throw badRequest(
      'Members cannot be added to or removed from an administrative unit with dynamic membership.',
    )
  }
  return unit
}

function addMember(call: Call): GraphReply {
  const { tenant } = call
  const { id } = requireAssignedUnit(call)
  const memberId = requireReferenced(call).id
  if (tenant.unitMembers.has(id, memberId)) {
    throw badRequest(
      "One or more added object references already exist for the following modified properties: 'members'.",
    )
  }
  tenant.unitMembers.add(id, memberId)
  record(call, 'unit-member-added', id, memberId)
  return noContent
}

function record(
  { simulation, tenant, caller }: Call,
  what: 'unit-member-added' | 'unit-member-removed',
  unitId: string,
  memberId: string,
): void {
  recordEffect(simulation, tenant, { by: caller.actor, what, targets: { unitId, memberId } })
}

export function renderUnit(unit: AdministrativeUnit): Properties {
  return {
    id: unit.id,
    deletedDateTime: null,
    displayName: unit.displayName,
    description: unit.description,
    isMemberManagementRestricted: unit.isMemberManagementRestricted,
    membershipRule: unit.membershipRule,
    membershipRuleProcessingState: unit.membershipRule ? 'On' : null,
    membershipType: unit.membershipRule ? 'Dynamic' : 'Assigned',
    visibility: null,
  }
}
