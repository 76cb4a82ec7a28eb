import { timingSafeEqual } from 'node:crypto'
import type { Simulation } from '../simulation.ts'
import { graphClientId, type Application } from '../world/application.ts'
import type { ServicePrincipal } from '../world/service-principal.ts'
import type { Tenant } from '../world/tenant.ts'
import { assertionType, clientIdOf } from './client-assertion.ts'
import { resolveScopes } from './resource-scopes.ts'
import { SignInError } from './sign-in-error.ts'
import { opaque, randomLifeSeconds, timesOf } from './token-claims.ts'
import { requireField } from './token-request.ts'

type Form = Readonly<Record<string, string>>

/** An app acts by its own right: proved by an assertion or a secret, never from a browser. */
export async function redeemClientCredentials(
  simulation: Simulation,
  tenant: Tenant,
  form: Form,
  origin: string | undefined,
): Promise<object> {
  const { world, signingKeys, clock } = simulation
  const scope = requireField(form, 'scope')
  const clientId = form['client_id'] ?? clientIdOf(requireField(form, 'client_assertion')) ?? ''
  const application = world.applications.get(clientId)
  const principal = tenant.servicePrincipals.get(clientId)
  if (!application || !principal) throw new SignInError(700016, [clientId, tenant.name])
  if (origin !== undefined) throw new SignInError(9002326, [origin])
  const proof = await requireProof(simulation, tenant, application, form)
  if (!scope.endsWith('/.default')) throw new SignInError(70011, [scope])

  const requested = resolveScopes(world, tenant, scope)
  const expiresIn = randomLifeSeconds()
  const isVersion2 = requested.resource.api.tokenVersion === 2
  const token = await signingKeys.sign({
    ...(isVersion2
      ? {
          aud: requested.resource.clientId,
          iss: `${simulation.authority}/${tenant.tenantId}/v2.0`,
          azp: clientId,
          azpacr: proof,
          ver: '2.0',
        }
      : {
          aud: requested.resourceUri,
          iss: `${simulation.authority}/${tenant.tenantId}/`,
          appid: clientId,
          appidacr: proof,
          ver: '1.0',
        }),
    ...appClaims(tenant, principal, requested.resource),
    ...timesOf(clock.now(), expiresIn),
  })
  return {
    token_type: 'Bearer',
    expires_in: expiresIn,
    ext_expires_in: expiresIn,
    access_token: token,
  }
}

function appClaims(tenant: Tenant, { id, graphRoles }: ServicePrincipal, resource: Application) {
  const roles = resource.clientId === graphClientId ? graphRoles : []
  const asksForType = resource.api?.optionalClaims.includes('idtyp')
  return {
    aio: opaque(30),
    ...(asksForType ? { idtyp: 'app' } : {}),
    oid: id,
    rh: `0.${opaque(30)}`,
    ...(roles.length > 0 ? { roles: [...roles] } : {}),
    sub: id,
    tid: tenant.tenantId,
    uti: opaque(16),
  }
}

/** @returns the method's number in `azpacr`: 1 for a secret, 2 for a certificate. */
async function requireProof(
  { clock, assertions, url, authority }: Simulation,
  tenant: Tenant,
  application: Application,
  form: Form,
): Promise<'1' | '2'> {
  const assertion = form['client_assertion']
  if (assertion && form['client_assertion_type'] === assertionType) {
    const names = [tenant.tenantId, ...tenant.domains]
    const audiences = [url, authority].flatMap((origin) =>
      names.flatMap((name) => [`${origin}/${name}/oauth2/v2.0/token`, `${origin}/${name}/v2.0`]),
    )
    await assertions.require(assertion, application, audiences, clock.now())
    return '2'
  }
  const secret = form['client_secret']
  if (!secret) throw new SignInError(7000218)
  if (!application.secrets.some((known) => isSame(known, secret))) {
    throw new SignInError(7000215, [application.clientId])
  }
  return '1'
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
