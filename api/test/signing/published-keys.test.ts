import { listSigningKeys } from '@foyer/contracts/signing-keys'
import { createLocalJWKSet, compactVerify, type JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

test('whoever holds what Foyer has signed checks it with the keys that anybody may read', async () => {
  const token = await world.portal.signing.sign('foyer-test+jws', { about: 'Contoso' })
  const { status, body } = await world.comeWith(undefined).call(listSigningKeys, {})
  expect(status).toBe(200)
  const keys = createLocalJWKSet(body as unknown as JSONWebKeySet)
  const { payload } = await compactVerify(token, keys)
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({ about: 'Contoso' })
  expect(JSON.stringify(body)).not.toContain('"d"')
})
