#!/usr/bin/env node
// Registers the two applications that Foyer shows to people: the web and the API. Neither has any
// permission of Microsoft Graph. Run it once for each host of Foyer, in the host's own tenant:
//
//   node register-shared.mjs --tenant <tenant id> --origin https://foyer.example [--dry-run]
//
// docs/entra-setup.md explains each option.
import { parseArgs } from 'node:util'
import { operatorRole } from './app-role.mjs'
import { openGraph } from './graph.mjs'
import { changeApplication, ensureApplication } from './registration.mjs'
import { requireGuid, requireOrigin, run } from './wishes.mjs'

const authority = 'https://login.microsoftonline.com'

// Fixed, so that a second run finds it.
const scopeId = '5b7a7a4c-2f0e-4a9b-9a53-6f2d1f0c8e11'

const apiSettings = {
  requestedAccessTokenVersion: 2,
  oauth2PermissionScopes: [
    {
      id: scopeId,
      value: 'access_as_user',
      type: 'User',
      isEnabled: true,
      adminConsentDisplayName: 'Use Foyer as yourself',
      adminConsentDescription:
        'Lets a person see in Foyer what they belong to in this organization, and leave it.',
      userConsentDisplayName: 'Use Foyer as yourself',
      userConsentDescription: 'Lets you see in Foyer what you belong to here, and leave it.',
    },
  ],
}

// How the API tells a guest from a member, a person from an app, a fresh sign-in from an old one.
// https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
const optionalClaims = {
  accessToken: [
    { name: 'auth_time' },
    { name: 'acct' },
    { name: 'idtyp', additionalProperties: ['include_user_token'] },
    { name: 'acrs' },
    { name: 'xms_cc' },
  ],
}

await run(async () => {
  const { values } = parseArgs({
    options: {
      tenant: { type: 'string' },
      origin: { type: 'string' },
      'single-tenant': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      graph: { type: 'string', default: 'https://graph.microsoft.com' },
    },
  })
  const portal = requireOrigin('origin', values.origin)
  const graph = openGraph({
    origin: requireOrigin('graph', values.graph),
    tenantId: requireGuid('tenant', values.tenant),
    isDryRun: values['dry-run'],
  })

  // The lock: nobody can add a credential to these two in another organization's tenant.
  const shared = values['single-tenant']
    ? { signInAudience: 'AzureADMyOrg' }
    : {
        signInAudience: 'AzureADMultipleOrgs',
        servicePrincipalLockConfiguration: { isEnabled: true, allProperties: true },
      }

  const api = await ensureApplication(graph, 'foyer-api', {
    ...shared,
    displayName: 'Foyer API',
    api: apiSettings,
    appRoles: [operatorRole],
    optionalClaims,
  })
  const web = await ensureApplication(graph, 'foyer-web', {
    ...shared,
    displayName: 'Foyer',
    spa: { redirectUris: [`${portal}/`] },
    requiredResourceAccess: [
      { resourceAppId: api.appId, resourceAccess: [{ id: scopeId, type: 'Scope' }] },
    ],
  })

  // Each names the other, so the API's half waits for the web's client id.
  await changeApplication(graph, api, {
    identifierUris: [`api://${api.appId}`],
    api: {
      ...apiSettings,
      knownClientApplications: [web.appId],
      preAuthorizedApplications: [{ appId: web.appId, delegatedPermissionIds: [scopeId] }],
    },
  })

  graph.tell('These lines belong into foyer.json:', {
    signIn: {
      authority,
      endpoints: authority,
      webClientId: web.appId,
      apiClientId: api.appId,
      scope: `api://${api.appId}/access_as_user`,
    },
    graph: 'https://graph.microsoft.com',
  })
})
