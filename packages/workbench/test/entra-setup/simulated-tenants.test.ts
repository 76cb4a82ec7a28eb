import { createPrivateKey, randomUUID, sign, X509Certificate } from 'node:crypto'
import { startSimulator } from '@foyer/simulator/simulator'
import { expect, test } from 'vitest'
import { listNames, readColumn, readTable } from './permissions-page.ts'

// What works in the demo must work with no more than docs/permissions.md asks a tenant for.
const simulator = await startSimulator({ portalOrigin: 'http://localhost' })
const held = await Promise.all(
  simulator.registrations().organizations.flatMap(({ tenantId, name, identities }) =>
    Object.entries(identities).map(async ([identity, registered]) => ({
      name,
      identity,
      permissions: await listPermissions(tenantId, registered),
    })),
  ),
)
await simulator.close()

const fallback = readColumn(
  'Fallback: power over the whole tenant',
  'identity',
  'Graph application permissions',
)
const features = readTable('The reader, by feature').map((row) => row['permission'] ?? '')

test('every connected organization of the simulator has all identities', () => {
  const named = Object.groupBy(held, ({ name }) => name)
  const identities = Object.values(named).map((each) => each?.map(({ identity }) => identity))
  expect(Object.keys(named)).toEqual(
    expect.arrayContaining(['Contoso', 'Fabrikam', 'Woodgrove Bank', 'Northwind']),
  )
  for (const each of identities) expect(each?.toSorted()).toEqual(Object.keys(fallback).toSorted())
})

test.each(held.filter(({ identity }) => !['reader', 'mailer'].includes(identity)))(
  'the $identity of $name holds what the fallback says',
  ({ identity, permissions }) => {
    expect(permissions).toEqual(listNames(fallback[identity]))
  },
)

test.each(held.filter(({ identity }) => identity === 'reader'))(
  'the reader of $name holds what the fallback says, and features of the page at most',
  ({ permissions }) => {
    const always = listNames(fallback['reader'])
    expect(permissions).toEqual(expect.arrayContaining([...always]))
    const more = permissions.filter((permission) => !always.includes(permission))
    expect(more.filter((permission) => !features.includes(permission))).toEqual([])
  },
)

test.each(held.filter(({ identity }) => identity === 'mailer'))(
  'the mailer of $name stands for what Exchange would give it, over one mailbox',
  ({ permissions }) => {
    // The simulator has no Exchange, where a real tenant confines this permission.
    expect(permissions).toEqual(['Mail.Send'])
    expect(fallback['mailer']).toBe('–')
  },
)

/** The application permissions that stand in an identity's own token for Microsoft Graph. */
async function listPermissions(
  tenantId: string,
  { clientId, pem }: { readonly clientId: string; readonly pem: string },
): Promise<readonly string[]> {
  const endpoint = `${simulator.url}/${tenantId}/oauth2/v2.0/token`
  const reply = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      scope: 'https://graph.microsoft.com/.default',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assert(clientId, pem, endpoint),
    }),
  })
  expect(reply.status).toBe(200)
  const { access_token: token } = (await reply.json()) as { access_token: string }
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  const { roles } = JSON.parse(payload) as { roles: string[] }
  return roles.toSorted()
}

/** https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
function assert(clientId: string, pem: string, audience: string): string {
  const thumbprint = new X509Certificate(pem).fingerprint256.replaceAll(':', '')
  const now = Math.floor(simulator.clock.now().getTime() / 1000)
  const claims = { aud: audience, iss: clientId, sub: clientId, jti: randomUUID() }
  const parts = [
    { alg: 'RS256', typ: 'JWT', 'x5t#S256': Buffer.from(thumbprint, 'hex').toString('base64url') },
    { ...claims, nbf: now, exp: now + 300 },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  const signature = sign('sha256', Buffer.from(parts.join('.')), createPrivateKey(pem))
  return [...parts, signature.toString('base64url')].join('.')
}
