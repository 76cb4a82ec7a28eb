import type { FastifyInstance, FastifyReply } from 'fastify'
import { verifyToken } from './graph/caller.ts'
import { GraphError } from './graph/graph-error.ts'
import { findUserOf } from './sign-in/guest-here.ts'
import type { Simulation } from './simulation.ts'
import type { Account } from './world/account.ts'
import { resourceManagerClientId } from './world/application.ts'
import type { Tenant } from './world/tenant.ts'

const audiences = [
  'https://management.azure.com',
  'https://management.core.windows.net',
  resourceManagerClientId,
]
const apiVersion = '2022-12-01'
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, x-ms-client-request-id',
  'access-control-allow-methods': 'GET, OPTIONS',
}

/**
 * The one part of Azure Resource Manager that a guest's browser needs: in which tenants is this
 * account (learn.microsoft.com/rest/api/resources/tenants/list)?
 */
export function mountResourceManager(app: FastifyInstance, simulation: Simulation): void {
  app.options('/tenants', (_request, reply) => reply.code(204).headers(cors).send())

  app.get<{ Querystring: { 'api-version'?: string } }>('/tenants', async (request, reply) => {
    reply.headers(cors)
    const version = request.query['api-version']
    if (version !== apiVersion) {
      const message = version
        ? `The api-version '${version}' is invalid. The supported versions are '${apiVersion}'.`
        : 'The api-version query parameter (?api-version=) is required for all requests.'
      const code = version ? 'InvalidApiVersionParameter' : 'MissingApiVersionParameter'
      return refuse(reply, 400, code, message)
    }
    if (!request.headers.authorization) {
      const message = "Authentication failed. The 'Authorization' header is missing."
      return refuse(reply, 401, 'AuthenticationFailed', message)
    }
    const tenants = await listFor(simulation, request.headers.authorization)
    if (!tenants) {
      const message = 'The access token is invalid.'
      return refuse(reply, 401, 'InvalidAuthenticationToken', message)
    }
    return reply.send({ value: tenants })
  })
}

async function listFor(simulation: Simulation, authorization: string) {
  try {
    const claims = await verifyToken(simulation, authorization, audiences)
    const account = findAccount(simulation, String(claims['tid']), String(claims['oid']))
    if (!account || claims['scp'] !== 'user_impersonation') return undefined
    return simulation.variants.resourceManager === 'silent' ? [] : tenantsOf(simulation, account)
  } catch (error) {
    if (error instanceof GraphError) return undefined
    throw error
  }
}

function tenantsOf({ world }: Simulation, account: Account) {
  return [...world.tenants.values()]
    .filter((tenant) => {
      const state = findUserOf(tenant, account)?.externalUserState
      return state !== undefined && state !== 'PendingAcceptance'
    })
    .map((tenant) => ({
      id: `/tenants/${tenant.tenantId}`,
      tenantId: tenant.tenantId,
      countryCode: tenant.countryCode,
      displayName: tenant.name,
      domains: tenant.domains,
      tenantCategory: tenant.tenantId === account.homeTenantId ? 'Home' : 'ProjectedBy',
      defaultDomain: tenant.domains[0],
      tenantType: 'AAD',
    }))
}

/** The account behind a user object; the world knows the way from account to object only. */
function findAccount({ world }: Simulation, tenantId: string, userId: string): Account | undefined {
  const tenant: Tenant | undefined = world.tenants.get(tenantId)
  const accountId = [...(tenant?.userIdByAccount ?? [])].find(([, id]) => id === userId)?.[0]
  return world.accounts.get(accountId ?? '')
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ error: { code, message } })
}
