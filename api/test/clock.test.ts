import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { followClock, systemClock } from '../src/clock.ts'

async function startTeller() {
  const listeners = new Set<ServerResponse>()
  let told = '2030-01-01T00:00:00Z'
  const server = createServer((_request, response) => {
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
    response.write(`{"now":"${told}"}\n`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    tell(now: string) {
      told = now
      // In two pieces, as a network may bring it.
      for (const each of listeners) {
        each.write('{"now":')
        each.write(`"${now}"}\n`)
      }
    },
    hangUp: () => server.closeAllConnections(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const yearOf = ({ now }: { now: () => Date }) => now().getUTCFullYear()

test('a clock that is told follows every word, and the last one after the connection is lost', async () => {
  await using teller = await startTeller()
  await using clock = await followClock(teller.url)
  expect(yearOf(clock)).toBe(2030)
  teller.tell('2031-06-01T00:00:00Z')
  await expect.poll(() => yearOf(clock)).toBe(2031)
  teller.hangUp()
  expect(yearOf(clock)).toBe(2031)
  teller.tell('2032-06-01T00:00:00Z')
  await expect.poll(() => yearOf(clock), { timeout: 5_000 }).toBe(2032)
})

test('whoever waits for it hears that the clock was set', async () => {
  await using teller = await startTeller()
  await using clock = await followClock(teller.url)
  const set = clock.whenSet?.()
  teller.tell('2031-06-01T00:00:00Z')
  await set
  expect(yearOf(clock)).toBe(2031)
})

test('time goes on between two words', async () => {
  await using teller = await startTeller()
  await using clock = await followClock(teller.url)
  const first = clock.now().getTime()
  await expect.poll(() => clock.now().getTime()).toBeGreaterThan(first)
})

test('without anybody who tells the time the start is refused', async () => {
  await expect(followClock('http://127.0.0.1:9/clock', 50)).rejects.toThrow('no clock answers')
})

test('the system’s clock is the system’s', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1_000)
})
