import { getNamedPortals } from '@foyer/contracts/named-portals'
import { expect, test } from 'vitest'
import { openWorld, portalOrigin } from './support/world.ts'

test('a portal under the domain of an organization is named there by itself', async () => {
  await using world = await openWorld()
  const { status, body } = await world.comeWith(undefined).call(getNamedPortals, {})
  expect([status, body]).toEqual([200, { portals: [portalOrigin] }])
})
