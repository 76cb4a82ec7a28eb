import { expect, test } from 'vitest'
import { claimsOf, withSimulator } from './world.ts'

const world = withSimulator()
const users = '/v1.0/users?$select=id'

async function befall(trouble: string, organization = 'contoso') {
  return world.send('/simulator/troubles', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organization, trouble }),
  })
}
const heal = async () => world.send('/simulator/troubles', { method: 'DELETE' })

async function tokenAnswer(slug = 'contoso') {
  return world.requestToken(world.organization(slug).tenantId, {
    grant_type: 'client_credentials',
    client_id: world.identity(slug, 'reader').clientId,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await world.assertion(slug, 'reader'),
    scope: 'https://graph.microsoft.com/.default',
  })
}

test('when consent is withdrawn, new tokens have no permission and old ones keep theirs', async () => {
  const old = await world.appToken('contoso', 'reader')
  expect((await befall('consent-withdrawn')).status).toBe(200)
  const fresh = await world.appToken('contoso', 'reader')
  expect(claimsOf(fresh)['roles']).toBeUndefined()
  const refused = await world.graph(fresh, users)
  expect(refused.status).toBe(403)
  expect(refused.body['error']).toMatchObject({ code: 'Authorization_RequestDenied' })
  expect((await world.graph(old, users)).status).toBe(200)

  await heal()
  expect((await world.graph(await world.appToken('contoso', 'reader'), users)).status).toBe(200)
})

test('another organization keeps its consent', async () => {
  await befall('consent-withdrawn')
  expect((await world.graph(await world.appToken('fabrikam', 'reader'), users)).status).toBe(200)
})

test('when a tenant is gone, no token is issued there and none of it is accepted', async () => {
  const old = await world.appToken('contoso', 'reader')
  await befall('tenant-gone')
  const answer = await tokenAnswer()
  expect(answer.status).toBe(400)
  expect(answer.body['error_codes']).toEqual([90002])
  expect((await world.graph(old, users)).status).toBe(401)
  await expect(world.signIn('contoso', 'grace@adatum.com')).rejects.toThrow('90002')
  expect((await tokenAnswer('fabrikam')).status).toBe(200)

  await heal()
  expect((await tokenAnswer()).status).toBe(200)
  expect((await world.graph(old, users)).status).toBe(200)
})

test('a reset brings back what is gone', async () => {
  await befall('tenant-gone')
  world.simulator.reset()
  expect((await tokenAnswer()).status).toBe(200)
})

test('one trouble is taken back alone', async () => {
  const remedy = world.simulator.troubles.befall('contoso', 'consent-withdrawn')
  world.simulator.troubles.befall('fabrikam', 'tenant-gone')
  remedy()
  remedy()
  expect((await world.graph(await world.appToken('contoso', 'reader'), users)).status).toBe(200)
  expect((await tokenAnswer('fabrikam')).status).toBe(400)
})

test.each([
  ['contoso', 'bad-luck', 'trouble is one of'],
  ['nowhere', 'tenant-gone', 'There is no organization nowhere.'],
])('for %s, %s is refused', async (organization, trouble, words) => {
  const answer = await befall(trouble, organization)
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(words)
})
