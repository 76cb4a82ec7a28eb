import { expect, test } from 'vitest'
import { dryRun, runScript, sharedOptions } from './script.ts'

const microsoftGraph = '00000003-0000-0000-c000-000000000000'

test('web and API are registered without any permission of Microsoft Graph', async () => {
  const { requests } = await dryRun('register-shared', sharedOptions)
  expect(requests.length).toBeGreaterThan(0)
  expect(JSON.stringify(requests)).not.toContain(microsoftGraph)
})

test('the web has one redirect address, of the type for single-page applications', async () => {
  const web = await wantedOf('foyer-web')
  expect(web).toMatchObject({
    signInAudience: 'AzureADMultipleOrgs',
    spa: { redirectUris: ['https://foyer.example/'] },
  })
  expect(web).not.toHaveProperty('web')
  expect(web).not.toHaveProperty('publicClient')
})

test('the tokens of the API tell what the API asks of them', async () => {
  expect(await wantedOf('foyer-api')).toMatchObject({
    api: { requestedAccessTokenVersion: 2 },
    appRoles: [{ value: 'Operator', allowedMemberTypes: ['User'], isEnabled: true }],
    optionalClaims: {
      accessToken: [
        { name: 'auth_time' },
        { name: 'acct' },
        { name: 'idtyp', additionalProperties: ['include_user_token'] },
        { name: 'acrs' },
        { name: 'xms_cc' },
      ],
    },
  })
})

test('web and API name each other, for the one scope', async () => {
  const { requests, entry } = await dryRun('register-shared', sharedOptions)
  const { api, identifierUris } = (requests.at(-1)?.body ?? {}) as {
    identifierUris: string[]
    api: {
      oauth2PermissionScopes: { id: string; value: string }[]
      knownClientApplications: string[]
      preAuthorizedApplications: { appId: string; delegatedPermissionIds: string[] }[]
    }
  }
  const [scope] = api.oauth2PermissionScopes
  expect(scope?.value).toBe('access_as_user')
  expect(identifierUris).toEqual(['api://<client id of foyer-api>'])
  expect(api.knownClientApplications).toEqual(['<client id of foyer-web>'])
  expect(api.preAuthorizedApplications).toEqual([
    { appId: '<client id of foyer-web>', delegatedPermissionIds: [scope?.id] },
  ])
  expect(entry).toMatchObject({
    signIn: {
      webClientId: '<client id of foyer-web>',
      apiClientId: '<client id of foyer-api>',
      scope: 'api://<client id of foyer-api>/access_as_user',
    },
  })
})

test.each([
  ['an origin that is not https', ['--tenant', sharedOptions[1] ?? '', '--origin', 'http://a.b']],
  ['no origin', ['--tenant', sharedOptions[1] ?? '']],
  ['a tenant that is no id', ['--tenant', 'contoso', '--origin', 'https://foyer.example']],
  ['an unknown option', [...sharedOptions, '--secret']],
])('%s is refused in one sentence, before any request', async (_, options) => {
  const { code, stdout, stderr } = await runScript('register-shared', [...options, '--dry-run'])
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

async function wantedOf(uniqueName: string): Promise<unknown> {
  const { requests } = await dryRun('register-shared', sharedOptions)
  const path = `/v1.0/applications(uniqueName='${uniqueName}')`
  return requests.find((request) => request.method === 'PATCH' && request.path === path)?.body
}
