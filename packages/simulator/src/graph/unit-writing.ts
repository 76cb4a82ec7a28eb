import { randomUUID } from 'node:crypto'
import { recordEffect } from '../simulation.ts'
import { type AdministrativeUnit, scopeOfUnit } from '../world/administrative-unit.ts'
import { fillByRule } from '../world/unit-membership.ts'
import { renderUnit, requireUnit, unitContext } from './administrative-units.ts'
import { badRequest, NotSimulated } from './graph-error.ts'
import { type Call, type GraphOperation, type GraphReply, noContent } from './operation.ts'
import * as permissions from './permissions.ts'
import { plainReply } from './plain-list.ts'

/** directory-post-administrativeunits.md, administrativeunit-update.md, administrativeunit-delete.md. */
export const unitWritingOperations: readonly GraphOperation[] = [
  {
    method: 'POST',
    path: '/directory/administrativeUnits',
    permissions: permissions.writeUnits,
    answer: createUnit,
  },
  {
    method: 'PATCH',
    path: '/directory/administrativeUnits/{unit}',
    permissions: permissions.writeUnits,
    answer: updateUnit,
  },
  {
    method: 'DELETE',
    path: '/directory/administrativeUnits/{unit}',
    permissions: permissions.writeUnits,
    answer(call) {
      const { tenant } = call
      const { id } = requireUnit(call)
      tenant.administrativeUnits.delete(id)
      tenant.unitMembers.forget(id)
      const kept = tenant.roleAssignments.filter(
        (held) => held.directoryScopeId !== scopeOfUnit(id),
      )
      tenant.roleAssignments.splice(0, tenant.roleAssignments.length, ...kept)
      record(call, 'unit-deleted', id)
      return noContent
    },
  },
]

function createUnit(call: Call): GraphReply {
  const { displayName, description, isMemberManagementRestricted, membershipRule } = readBody(call)
  if (displayName === undefined) throw badRequest("The property 'displayName' is required.")
  const unit: AdministrativeUnit = {
    id: randomUUID(),
    displayName,
    description: description ?? null,
    isMemberManagementRestricted: isMemberManagementRestricted ?? false,
    membershipRule: membershipRule ?? null,
  }
  call.tenant.administrativeUnits.set(unit.id, unit)
  fillByRule(call.tenant, unit)
  record(call, 'unit-created', unit.id)
  return { ...plainReply(call, unitContext, renderUnit(unit)), status: 201 }
}

function updateUnit(call: Call): GraphReply {
  const unit = requireUnit(call)
  const { displayName, description, isMemberManagementRestricted, membershipRule } = readBody(call)
  // "If not set … the default is false and can't be changed later" (administrativeunit.md).
  if (
    (isMemberManagementRestricted ?? unit.isMemberManagementRestricted) !==
    unit.isMemberManagementRestricted
  ) {
    throw invalid('isMemberManagementRestricted')
  }
  if (displayName !== undefined) unit.displayName = displayName
  if (description !== undefined) unit.description = description
  if (membershipRule !== undefined && membershipRule !== unit.membershipRule) {
    unit.membershipRule = membershipRule
    if (membershipRule !== null) call.tenant.unitMembers.forget(unit.id)
    fillByRule(call.tenant, unit)
  }
  record(call, 'unit-updated', unit.id)
  return noContent
}

interface UnitBody {
  readonly displayName?: string
  readonly description?: string | null
  readonly isMemberManagementRestricted?: boolean
  readonly membershipRule?: string | null
}

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  displayName: (value) => typeof value === 'string' && value !== '',
  description: isTextOrNull,
  isMemberManagementRestricted: (value) => typeof value === 'boolean',
  membershipRule: isTextOrNull,
  membershipType: (value) => value === 'Assigned' || value === 'Dynamic',
  membershipRuleProcessingState: (value) => value === 'On',
  visibility: (value) => value === null,
}

/** @throws {GraphError} 400 for a value that does not fit, 501 for what is not simulated. */
function readBody({ body }: Call): UnitBody {
  const given = Object.entries({ ...(body as object) }).filter(([name]) => !name.includes('@'))
  for (const [name, value] of given) {
    const check = checks[name]
    if (!check) throw new NotSimulated(`property ${name} of a unit's body`)
    if (!check(value)) throw invalid(name)
  }
  const { membershipType, ...unit } = Object.fromEntries(given) as UnitBody & {
    membershipType?: string
  }
  const isDynamic = typeof unit.membershipRule === 'string'
  if (membershipType !== undefined && (membershipType === 'Dynamic') !== isDynamic) {
    throw invalid('membershipType')
  }
  return unit
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

function invalid(property: string) {
  return badRequest(
    `Invalid value specified for property '${property}' of resource 'AdministrativeUnit'.`,
  )
}

function record(
  { simulation, tenant, caller }: Call,
  what: 'unit-created' | 'unit-updated' | 'unit-deleted',
  unitId: string,
): void {
  recordEffect(simulation, tenant, { by: caller.actor, what, targets: { unitId } })
}
