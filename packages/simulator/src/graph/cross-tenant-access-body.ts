import type { AccessType, CollaborationSettings } from '../world/cross-tenant-access.ts'
import { badRequest, NotSimulated } from './graph-error.ts'

/**
 * What a body says about collaboration: of everybody and every application, or not at all.
 *
 * @throws {GraphError} 400 for what makes no sense, 501 for settings of Microsoft's that decide
 *   nothing here: trust, direct connection, single people or applications.
 */
export function readCollaboration(body: unknown): Partial<CollaborationSettings> {
  const settings: Partial<CollaborationSettings> = {}
  for (const [name, value] of Object.entries({ ...(body as object) })) {
    if (name === 'tenantId' || name.includes('@')) continue
    if (name === 'b2bCollaborationInbound') settings.inbound = readAccess(value)
    else if (name === 'b2bCollaborationOutbound') settings.outbound = readAccess(value)
    else if (name === 'automaticUserConsentSettings') Object.assign(settings, readConsents(value))
    else throw new NotSimulated(`property ${name} of cross-tenant access`)
  }
  return settings
}

const everybody = { usersAndGroups: 'AllUsers', applications: 'AllApplications' }

function readAccess(value: unknown): AccessType {
  const parts = recordOf(value)
  const types = Object.entries(everybody).map(([name, everything]) => {
    const { accessType, targets } = recordOf(parts[name])
    const isWhole =
      Array.isArray(targets) &&
      targets.length === 1 &&
      recordOf(targets[0])['target'] === everything
    if (!isWhole) throw new NotSimulated(`${name} of cross-tenant access for single ones`)
    return accessType
  })
  const [type, other] = types
  if ((type !== 'allowed' && type !== 'blocked') || other !== type) {
    throw badRequest("Invalid value specified for property 'accessType'.", 'BadRequest')
  }
  return type
}

function readConsents(value: unknown): Partial<CollaborationSettings> {
  const { inboundAllowed, outboundAllowed } = recordOf(value)
  return {
    ...(typeof inboundAllowed === 'boolean' ? { consentsInbound: inboundAllowed } : {}),
    ...(typeof outboundAllowed === 'boolean' ? { consentsOutbound: outboundAllowed } : {}),
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
