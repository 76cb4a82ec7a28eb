import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { visitWithoutBrowser } from '@foyer/simulator/browserless-visit'
import { type Simulator, startSimulator } from '@foyer/simulator/simulator'
import { variantsOfWorld, type WorldName } from '@foyer/simulator/worlds'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder } from './support/portal.ts'
import { processEnvironment } from '../soak/process-environment.ts'

const program = join(import.meta.dirname, '../src/foyer.ts')
const world = (process.env['FOYER_WORLD'] ?? 'pessimist') as WorldName

let simulator: Simulator
let folder: string
let environment: Record<string, string | undefined>

beforeAll(async () => {
  const portalOrigin = `http://localhost:${await findFreePort()}`
  simulator = await startSimulator({ portalOrigin, world, scopedRoles: ['contoso'] })
  folder = await makeFolder()
  const { url: simulatorUrl, authority } = simulator
  environment = {
    ...processEnvironment,
    FOYER_CONFIG: await writeDemoConfiguration(simulator.registrations(), {
      simulatorUrl,
      authority,
      folder,
    }),
    PUBLIC_ORIGIN: portalOrigin,
    CLOCK_URL: `${simulatorUrl}/simulator/clock/stream`,
    OPERATOR: await operatorToken(),
  }
})
afterAll(async () => {
  await simulator.close()
  await rm(folder, { recursive: true })
})

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** What the operator took from their own tools, for longer than such a token serves. */
async function operatorToken(): Promise<string> {
  const seconds = Math.floor(simulator.clock.now().getTime() / 1000)
  return simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: simulator.registrations().organizations.find(({ slug }) => slug === 'contoso')?.tenantId,
    appid: 'the operator',
    roles: ['User.ReadWrite.All', 'Group.ReadWrite.All'],
    exp: seconds + 30 * 86_400,
  })
}

async function writeProbeFile(content: unknown): Promise<string> {
  const path = join(folder, 'probe.json')
  await writeFile(path, JSON.stringify(content))
  return path
}

interface Ended {
  readonly code: number | null
  readonly said: string
  readonly told: string
}

/** The browser of each guest, which stays between two runs. */
const cookies = new Map<string, string>()

/** Runs the command, and does what it asks for as the guests and as the operator. */
async function runProbe(given: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program, 'probe', ...given], { env: environment })
  let said = ''
  const told: string[] = []
  let guest = ''
  let wasAsked = false
  child.stdout.on('data', (data) => (said += String(data)))
  child.stderr.on('data', (data) => {
    // A question ends without a line.
    if (String(data).includes('on the way? [y/n]')) child.stdin.write(wasAsked ? 'y\n' : 'n\n')
  })
  createInterface(child.stderr).on('line', (line) => {
    told.push(line)
    guest = /^As (\S+), in a browser/.exec(line)?.[1] ?? guest
    const address = /^http:\/\/localhost:\d+\/visit\/\d+$/.exec(line)?.[0]
    if (address) void open(address)
  })
  const open = async (address: string) => {
    const short = await fetch(address, { redirect: 'manual' })
    const arrival = await visitWithoutBrowser({
      address: short.headers.get('location') ?? '',
      mail: guest,
      cookie: cookies.get(guest) ?? '',
    })
    cookies.set(guest, arrival.cookie)
    wasAsked = arrival.wasAsked
    if (arrival.location !== undefined) await fetch(arrival.location)
    else child.stdin.write(`${/AADSTS\d+/.exec(arrival.page)?.[0]}\n`)
  }
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said, told: told.join('\n') }
}

const guests = [
  { mail: 'grace@adatum.com', kind: 'work', organization: 'contoso' },
  { mail: 'hugo@tailspin.com', kind: 'work', organization: 'contoso' },
  { mail: 'bea@outlook.example', kind: 'microsoft', organization: 'contoso', mayBeDeleted: true },
]
const organizations = {
  contoso: { operator: { tokenVariable: 'OPERATOR' } },
  fabrikam: {},
}

describe('foyer probe', { timeout: 60_000 }, () => {
  test('asks Grace and Hugo to sign in, goes on a day later, and says what holds', async () => {
    const file = await writeProbeFile({ organizations, guests })
    const names = [
      'silentErrors',
      'authTime.work',
      'promptLogin',
      'deletedSecurityGroups',
      'unitScopedKeeper.delete',
      'beyondBasicProfile',
    ]
    const given = [file, '--only', names.join(), '--patience', '0', '--yes', '--json']
    let data: { found?: object; findings?: { waitsUntil?: string; reading?: object }[] } = {}
    for (let runs = 0; runs < 8; runs += 1) {
      const { code, said, told } = await runProbe(given)
      expect([code, code === 0 ? '' : told]).toEqual([0, ''])
      data = JSON.parse(said) as typeof data
      const open = data.findings?.filter(({ reading }) => !reading) ?? []
      if (open.length === 0) break
      const next = open.flatMap(({ waitsUntil }) => waitsUntil ?? []).toSorted()[0]
      simulator.clock.set(new Date(Date.parse(next ?? '') + 1000))
    }
    const variants = variantsOfWorld(world)
    expect(data.found).toEqual({
      silentErrors: variants.silentErrors,
      'authTime.work': variants.authTime.work,
      promptLogin: variants.promptLogin,
      deletedSecurityGroups: variants.deletedSecurityGroups,
      'unitScopedKeeper.delete': variants.unitScopedKeeper.delete,
    })
    const unknown = { notFoundOut: 'needs a test guest in an organization with a basicReader' }
    expect(data.findings).toContainEqual(
      expect.objectContaining({ variant: 'beyondBasicProfile', reading: unknown }),
    )
    expect((await stat(`${file}.state`)).mode & 0o777).toBe(0o600)
  })

  test('reads the file that docs/unknowns.md shows', async () => {
    const page = await readFile(join(import.meta.dirname, '../../docs/unknowns.md'), 'utf8')
    const shown = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
    expect(await runProbe([await writeProbeFile(JSON.parse(shown)), '--list'])).toMatchObject({
      code: 0,
    })
  })

  test('says what each question needs and changes, and asks nobody', async () => {
    const file = await writeProbeFile({ organizations, guests })
    const { code, said } = await runProbe([file, '--list'])
    expect(code).toBe(0)
    expect(said).toContain('V-25 deletedSecurityGroups\n  needs the operator: Group.ReadWrite.All')
    expect(said).toContain('makes a security group of its own and deletes it')
  })

  test.each([
    ['a guest without a kind', { organizations, guests: [{ mail: 'grace' }] }, /: guests\.0\S* /],
    ['a stranger', { organizations: { tailspin: {} }, guests }, /has no organization tailspin/],
    [
      'a token that is nowhere',
      { organizations: { contoso: { operator: { tokenVariable: 'NOBODYS' } } }, guests },
      /NOBODYS holds no token/,
    ],
  ])('does not begin with a file that names %s', async (_, content, sentence) => {
    const { code, told } = await runProbe([await writeProbeFile(content)])
    expect(code).toBe(1)
    expect(told).toMatch(sentence)
  })

  test('does not throw away a file that is no state of it', async () => {
    const file = await writeProbeFile({ organizations, guests })
    const state = join(folder, 'letter.txt')
    await writeFile(state, 'Dear Sam')
    const { code, told } = await runProbe([file, '--state', state])
    expect([code, told]).toEqual([1, `foyer: ${state} is no state of a probe`])
    expect(await readFile(state, 'utf8')).toBe('Dear Sam')
  })

  test('does not know a question that there is not', async () => {
    const file = await writeProbeFile({ organizations, guests })
    const { code, told } = await runProbe([file, '--only', 'weather'])
    expect([code, told]).toEqual([2, 'foyer: there is no question weather'])
  })
})
