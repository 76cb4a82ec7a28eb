import type { Problem } from '@foyer/contracts/problem'
import { expect, test } from 'vitest'
import { openContoso } from './support/contoso.ts'

const few = {
  callerPerMinute: 3,
  refusedTokensPerMinute: 3,
  lookUpsPerMinute: 3,
  receiptsPerMinute: 1_000,
  codesPerMinute: 1_000,
  pagesPerMinute: 3,
  notificationsPerMinute: 3,
}

test('who asks too often waits, by caller with a token and by address without', async () => {
  await using busy = await openContoso({ rateLimits: few })
  for (const request of [
    { url: '/v1/me', headers: busy.grace },
    { url: '/v1/organizations/lookup?name=contoso' },
    { url: '/nowhere' },
  ]) {
    const replies = []
    for (let each = 0; each < 5; each += 1) replies.push(await busy.portal.app.inject(request))
    expect(replies.map(({ statusCode }) => statusCode === 429)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
    const last = replies.at(-1)
    expect(last?.json<Problem>()).toMatchObject({
      code: 'too-many-requests',
      retryAfterSeconds: 60,
    })
    expect(last?.headers['retry-after']).toBe('60')
  }
  expect((await busy.portal.app.inject({ url: '/healthz' })).statusCode).toBe(200)
})

test('an address that floods with bad tokens is stopped before the next one is checked', async () => {
  await using flooded = await openContoso({
    rateLimits: { ...few, callerPerMinute: 100 },
    environment: { TRUSTED_PROXIES: '127.0.0.1' },
  })
  const { app } = flooded.portal
  const ask = async (address: string, authorization = 'Bearer forged') =>
    app.inject({
      url: '/v1/me?unknown=1',
      headers: { authorization, 'x-forwarded-for': address },
    })
  const grace = flooded.grace.authorization
  // Good tokens count for nothing here: an office shares one address.
  for (let each = 0; each < 5; each += 1) {
    expect((await ask('2001:db8::1', grace)).statusCode).toBe(400)
  }
  for (let each = 0; each < 3; each += 1) {
    expect((await ask('2001:db8::1')).statusCode).toBe(401)
  }
  // Another address of the same network is the same sender, and no token is even looked at.
  for (const authorization of [undefined, grace]) {
    const stopped = await ask('2001:db8::2', authorization)
    expect(stopped.json<Problem>()).toMatchObject({ status: 429, code: 'too-many-requests' })
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(50)
  }
  expect((await ask('2001:db8:0:1::1', grace)).statusCode).toBe(400)
})

test('an address counts as told by a proxy only when the proxy is trusted', async () => {
  const limits = { ...few, lookUpsPerMinute: 2 }
  const statuses = async (environment: Record<string, string>) => {
    await using proxied = await openContoso({ rateLimits: limits, environment })
    const found = []
    for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
      const headers = { 'x-forwarded-for': address }
      found.push(
        (await proxied.portal.app.inject({ url: '/v1/organizations/lookup?name=contoso', headers }))
          .statusCode,
      )
    }
    return found
  }
  expect(await statuses({})).toEqual([200, 200, 429])
  expect(await statuses({ TRUSTED_PROXIES: '127.0.0.1' })).toEqual([200, 200, 200])
})
