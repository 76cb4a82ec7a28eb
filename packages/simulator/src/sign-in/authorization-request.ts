import type { Simulation } from '../simulation.ts'
import type { Application } from '../world/application.ts'
import type { Tenant } from '../world/tenant.ts'
import { findTenant } from '../world/world.ts'
import { type RequestedScopes, resolveScopes } from './resource-scopes.ts'
import { SignInError } from './sign-in-error.ts'

export type ResponseMode = 'query' | 'fragment'

/** Where an answer may go: known to belong to the client before anything else is looked at. */
export interface AnswerAddress {
  readonly redirectUri: string
  readonly responseMode: ResponseMode
  readonly state: string | undefined
}

/** What a client asks of the authorize endpoint, once it is known to be a valid question. */
export interface AuthorizationRequest {
  /** As the address named it: a tenant, or `common` and its like. */
  readonly tenantName: string
  /** Unknown under a shared name, until an account is chosen. */
  readonly tenant: Tenant | undefined
  readonly application: Application
  readonly answer: AnswerAddress
  readonly scope: string
  readonly codeChallenge: string
  readonly nonce: string | undefined
  readonly prompt: string | undefined
  readonly loginHint: string | undefined
  readonly claims: string | undefined
}

type Query = Readonly<Record<string, string | undefined>>

/** @throws {SignInError} shown as a page, since nothing may be sent to an address in doubt. */
export function readAuthorizationRequest(
  { world }: Simulation,
  tenantName: string,
  query: Query,
): AuthorizationRequest {
  const isShared = ['common', 'organizations'].includes(tenantName)
  const tenant = isShared ? undefined : findTenant(world, tenantName)
  if (!tenant && !isShared) throw new SignInError(90002, [tenantName])

  const clientId = requireParameter(query, 'client_id')
  const application = world.applications.get(clientId)
  if (!application || (tenant && !tenant.servicePrincipals.has(clientId))) {
    throw new SignInError(700016, [clientId, tenant?.name ?? tenantName])
  }
  const answer = readAnswerAddress(query, application)

  const responseType = requireParameter(query, 'response_type')
  if (responseType !== 'code') throw new SignInError(700054, [responseType])
  const scope = requireParameter(query, 'scope')
  const codeChallenge = query['code_challenge']
  if (!codeChallenge) throw new SignInError(9002325)
  const isS256 = query['code_challenge_method'] === 'S256'
  if (!isS256 || !/^[A-Za-z0-9_-]{43}$/.test(codeChallenge)) throw new SignInError(50147)
  if (tenant) resolveScopes(world, tenant, scope)

  return {
    tenantName,
    tenant,
    application,
    answer,
    scope,
    codeChallenge,
    nonce: query['nonce'],
    prompt: query['prompt'],
    loginHint: query['login_hint'],
    claims: query['claims'],
  }
}

export function requestedScopesOf(
  { world }: Simulation,
  tenant: Tenant,
  { scope }: AuthorizationRequest,
): RequestedScopes {
  return resolveScopes(world, tenant, scope)
}

/** The redirect URI is compared as a whole string (RFC 9700, 2.1). */
function readAnswerAddress(query: Query, application: Application): AnswerAddress {
  const redirectUri = requireParameter(query, 'redirect_uri')
  if (!application.spaRedirectUris.includes(redirectUri)) {
    throw new SignInError(50011, [redirectUri, application.clientId])
  }
  return {
    redirectUri,
    responseMode: query['response_mode'] === 'fragment' ? 'fragment' : 'query',
    state: query['state'],
  }
}

function requireParameter(query: Query, name: string): string {
  const value = query[name]
  if (!value) throw new SignInError(900144, [name])
  return value
}

/** The address that carries an answer back to the client. */
export function answerUrl(
  { redirectUri, responseMode, state }: AnswerAddress,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const url = new URL(redirectUri)
  const answer = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...parameters, state })) {
    if (value !== undefined) answer.set(name, value)
  }
  if (responseMode === 'fragment') url.hash = answer.toString()
  else for (const [name, value] of answer) url.searchParams.set(name, value)
  return url.href
}
