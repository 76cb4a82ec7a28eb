import type { Simulation } from '../simulation.ts'
import type { Application } from '../world/application.ts'
import type { Tenant } from '../world/tenant.ts'
import { findTenant } from '../world/world.ts'
import { redeemClientCredentials } from './client-credentials.ts'
import { redeemCode } from './redeem-code.ts'
import { redeemRefreshToken } from './redeem-refresh-token.ts'
import { SignInError } from './sign-in-error.ts'
import { requireField, type TokenRequest } from './token-request.ts'

/** @throws {SignInError} with Entra's number for each thing that can be wrong. */
export async function answerTokenRequest(
  simulation: Simulation,
  tenantName: string,
  form: Readonly<Record<string, string>>,
  origin: string | undefined,
): Promise<object> {
  const grantType = requireField(form, 'grant_type')
  if (['common', 'organizations', 'consumers'].includes(tenantName)) throw new SignInError(9001023)
  const tenant = findTenant(simulation.world, tenantName)
  if (!tenant) throw new SignInError(90002, [tenantName])

  if (grantType === 'client_credentials') {
    return redeemClientCredentials(simulation, tenant, form, origin)
  }
  const request = { tenant, application: requireClient(simulation, tenant, form), form, origin }
  requireSinglePageOrigin(request)
  if (grantType === 'authorization_code') return redeemCode(simulation, request)
  if (grantType === 'refresh_token') return redeemRefreshToken(simulation, request)
  throw new SignInError(70003, [grantType])
}

function requireClient(
  { world }: Simulation,
  tenant: Tenant,
  form: Readonly<Record<string, string>>,
): Application {
  const clientId = requireField(form, 'client_id')
  const application = world.applications.get(clientId)
  if (!application || !tenant.servicePrincipals.has(clientId)) {
    throw new SignInError(700016, [clientId, tenant.name])
  }
  return application
}

/** A single-page app redeems from its own origin, and nobody else does (v2-oauth2-auth-code-flow.md). */
function requireSinglePageOrigin({ application, origin }: TokenRequest): void {
  const origins = application.spaRedirectUris.map((uri) => new URL(uri).origin)
  if (origins.length > 0 && origin === undefined) throw new SignInError(9002327)
  if (origin !== undefined && !origins.includes(origin)) throw new SignInError(9002326, [origin])
}
