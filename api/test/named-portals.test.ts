import { getNamedPortals } from '@foyer/contracts/named-portals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, portalOrigin, type World } from './support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

test('a portal under the domain of an organization is named there by itself', async () => {
  const { status, body } = await world.comeWith(undefined).call(getNamedPortals, {})
  expect([status, body]).toEqual([200, { portals: [portalOrigin] }])
})
