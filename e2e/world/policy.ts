import { countGuests } from '@foyer/contracts/guest'
import { changePolicy, getPolicy, type Policy } from '@foyer/contracts/policy'
import { expect } from '@playwright/test'
import { call } from './call.ts'
import type { SimulatorControl } from './simulator.ts'

/**
 * Ada saves the first rules of Contoso once Foyer has read who is a guest there and who vouches for
 * them: each test that reads directories begins without any. How she writes them on the page is a
 * story of its own.
 */
export async function letRulesHold(
  simulator: SimulatorControl,
  baseURL: string | undefined,
  rules: Partial<Policy>,
): Promise<void> {
  const sam = await simulator.tokenOf('contoso', 'sam@contoso.com')
  await expect(async () => {
    const { guests } = await call(baseURL, sam, countGuests, {})
    expect(guests).toBeGreaterThan(0)
  }).toPass()

  const ada = await simulator.tokenOf('contoso', 'ada@contoso.com', ['Operator'])
  const { policy } = (await call(baseURL, ada, getPolicy, {})) as { policy: Policy }
  const kept = await call(baseURL, ada, changePolicy, { version: 0, body: { ...policy, ...rules } })
  expect(kept['version']).toBe(1)
}
