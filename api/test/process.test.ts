import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePorts } from './support/free-ports.ts'
import { type Issuer, jwkOf, keySet, makeKey, startIssuer } from './support/issuer.ts'
import { makePlace, type TestPlace } from './support/place.ts'
import { authority, contoso, foyerFile, makeFolder } from './support/portal.ts'
import { processEnvironment } from '../soak/process-environment.ts'

const main = join(import.meta.dirname, '../src/main.ts')

let issuer: Issuer
let folder: string
let place: TestPlace

beforeAll(async () => {
  issuer = await startIssuer()
  const iss = `${authority}/${contoso.tenantId}/v2.0`
  issuer.publish(contoso.tenantId, keySet(jwkOf(makeKey('one'), iss)))
  folder = await makeFolder(foyerFile(issuer.url))
  place = await makePlace()
})
afterAll(async () => {
  await issuer[Symbol.asyncDispose]()
  await place[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: {
      ...processEnvironment,
      FOYER_CONFIG: join(folder, 'foyer.json'),
      WEB_ROOT: join(folder, 'web'),
      HOST: '127.0.0.1',
      ...place.environment,
      ...environment,
    },
  })
  let output = ''
  child.stdout.on('data', (data) => (output += String(data)))
  child.stderr.on('data', (data) => (output += String(data)))
  return { child, output: () => output }
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

test('the process serves, ends what is under way when it is asked to end, and leaves with 0', async () => {
  const [port, metricsPort] = await freePorts(2)
  const { child, output } = run({
    PORT: String(port),
    PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
    METRICS_PORT: String(metricsPort),
  })
  await expect.poll(output, { timeout: 10_000 }).toContain('"ready"')
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404)
  const told = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  expect(told).toContain('foyer_http_request_seconds_bucket')

  issuer.publish(contoso.tenantId, 'hang')
  const exit = exitOf(child)
  const slow = fetch(`http://127.0.0.1:${port}/readyz`)
  await expect.poll(() => issuer.requestsOf(contoso.tenantId)).toBe(1)
  child.kill('SIGTERM')
  await expect.poll(output).toContain('"ending"')
  issuer.publish(contoso.tenantId, { status: 500, body: '' })
  expect((await slow).status).toBe(503)
  expect(await exit).toBe(0)
}, 20_000)

test('a configuration that is not safe ends the start with one sentence', async () => {
  const { child, output } = run({ PUBLIC_ORIGIN: 'http://portal.example' })
  expect(await exitOf(child)).toBe(1)
  expect(output()).toBe(
    'Foyer does not start: PUBLIC_ORIGIN must be https unless its host is loopback\n',
  )
})
