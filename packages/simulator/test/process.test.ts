import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const main = join(import.meta.dirname, '../src/main.ts')

let folder: string
let child: ChildProcess | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'))
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

/** Starts the simulator as `node src/main.ts` does; it answers, or has ended. */
async function run(environment: Record<string, string>) {
  const started = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], PORT: '0', SMTP_PORT: '0', ...environment },
  })
  child = started
  let output = ''
  started.stdout.on('data', (data) => (output += String(data)))
  started.stderr.on('data', (data) => (output += String(data)))
  const ended = once(started, 'exit') as Promise<[number | null]>
  const address = () => /answers at (\S+),/.exec(output)?.[1]
  const hasSpoken = () => address() !== undefined || started.exitCode !== null
  await expect.poll(hasSpoken, { timeout: 20_000 }).toBe(true)
  return { child: started, ended, output: () => output, url: address() ?? '' }
}

describe('the simulator as a process, after one that was here before', () => {
  let STATE: string
  let registered: string
  let endedWith: number | null
  beforeEach(async () => {
    STATE = join(folder, 'world.state')
    const first = await run({ STATE })
    await fetch(`${first.url}/simulator/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ set: '2031-05-01T09:00:00Z' }),
    })
    registered = await (await fetch(`${first.url}/simulator/registrations`)).text()
    first.child.kill('SIGTERM')
    endedWith = (await first.ended)[0]
  })

  it('goes on from the file that STATE names, as it was left', async () => {
    expect(endedWith).toBe(0)
    const second = await run({ STATE })
    const clock = await (await fetch(`${second.url}/simulator/clock`)).text()
    expect(clock).toContain('2031-05-01T09:0')
    expect(await (await fetch(`${second.url}/simulator/registrations`)).text()).toBe(registered)
    second.child.kill('SIGTERM')
    expect((await second.ended)[0]).toBe(0)
  })
})

describe('the simulator as a process', () => {
  it('does not start from a file that is no state, and leaves it alone', async () => {
    const STATE = join(folder, 'world.state')
    await writeFile(STATE, 'precious notes\n')
    const { ended, output } = await run({ STATE })
    expect((await ended)[0]).toBe(1)
    expect(output()).toContain('This is not a saved state of the simulator.')
    expect(await readFile(STATE, 'utf8')).toBe('precious notes\n')
  })

  it('does not start in a world that is not there', async () => {
    const { ended, output } = await run({ WORLD: 'dreamer' })
    expect((await ended)[0]).toBe(1)
    expect(output()).toContain('WORLD is "dreamer": it is one of pessimist, optimist')
  })
})
