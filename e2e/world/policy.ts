import { countGuests } from '@foyer/contracts/guest'
import { type Operation, tagOf, urlOf } from '@foyer/contracts/operation'
import { changePolicy, getPolicy, type Policy } from '@foyer/contracts/policy'
import { expect } from '@playwright/test'
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
  const ada = await simulator.tokenOf('contoso', 'ada@contoso.com', ['Operator'])
  const sam = await simulator.tokenOf('contoso', 'sam@contoso.com')
  async function call<T>(token: string, operation: Operation, body?: Policy): Promise<T> {
    const answer = await fetch(new URL(urlOf(operation, {}), baseURL), {
      method: operation.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': 'application/json', 'if-match': tagOf(0) } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${operation.id}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }

  await expect
    .poll(async () => (await call<{ guests: number }>(sam, countGuests)).guests)
    .toBeGreaterThan(0)
  const { policy } = await call<{ policy: Policy }>(ada, getPolicy)
  await call(ada, changePolicy, { ...policy, ...rules })
}
