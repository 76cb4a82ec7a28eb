import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { extendGuests, getBulkExtension } from '@foyer/contracts/bulk-extension'
import type { PersonId } from '@foyer/contracts/ids'
import { idempotencyHeader } from '@foyer/contracts/operation'
import { selectOf } from '@foyer/directory/graph-shape'
import { User } from '@foyer/directory/person'
import { addDays, dayOf } from '@foyer/lifecycle/calendar'
import { createApp } from '../src/app.ts'
import { systemClock } from '../src/clock.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import { openDirectory } from '../src/open-directory.ts'
import { openSigningKeys } from '../src/signing/key-file.ts'
import { startWork } from '../src/start-work.ts'
import { openStore } from '../src/store/store.ts'
import { count, seconds } from './figures.ts'
import { tokenOf } from './graph-token.ts'
import { type Meter, meterRequests } from './meter.ts'
import type { Row } from './report.ts'
import type { SimulatorProcess } from './simulator-process.ts'
import type { Sam, Scene } from './sponsor-scene.ts'

const atOnce = 16

/** A later day for all of them by one word, beside the questions that cannot be left out. */
export async function measureBulk(
  { home, simulator, folder, configuration }: Scene,
  sam: Sam,
): Promise<Row[]> {
  const meter = meterRequests()
  const least = await askLeast(simulator, sam, meter)
  await using store = await openStore(configuration)
  const directory = openDirectory(configuration, systemClock, createMetrics())
  const signing = await openSigningKeys({ file: join(folder, 'bulk-key.pem'), mayBeMade: true })
  const parts = { clock: systemClock, store, directory, signing }
  const app = await createApp(configuration, { ...parts, metrics: createMetrics() })
  const work = async () => {
    await using worker = startWork({ configuration, ...parts, log: app.log })
    await worker.settle()
  }
  // What each day brings is none of it.
  await work()
  const headers = { authorization: `Bearer ${sam.token}` }
  const accepted = await app.inject({
    method: 'POST',
    url: extendGuests.path,
    headers: { ...headers, [idempotencyHeader]: randomUUID() },
    payload: {
      guestIds: [...sam.guestIds],
      until: addDays(dayOf(new Date(), 'UTC'), 120),
      reason: 'The harbour drawings go on',
    },
  })
  const { bulkId } = accepted.json<{ bulkId: string }>()
  const before = { ...meter }
  const startedAt = performance.now()
  await work()
  const ms = performance.now() - startedAt
  const told = await app.inject({
    url: getBulkExtension.path.replace('{bulkId}', bulkId),
    headers,
  })
  const { done } = told.json<{ done: number }>()
  await app.close()
  if (done !== sam.guestIds.length) throw new Error(`only ${done} are extended: ${told.body}`)
  const rowOf = (what: string, each: Asked): Row => [
    what,
    count(each.requests),
    count(each.questions),
    count(each.resourceUnits),
    seconds(each.ms / 1000),
  ]
  return [
    rowOf(`least that can be asked of ${count(done)}, ${home}`, least),
    rowOf(`extended by Foyer ${count(done)}, ${home}`, since(meter, before, ms)),
  ]
}

interface Asked extends Readonly<Meter> {
  readonly ms: number
}

/** Of each guest what a decision rests on, in one request: who asks, who vouches, the account, its roles. */
async function askLeast(simulator: SimulatorProcess, sam: Sam, meter: Meter): Promise<Asked> {
  const { url } = simulator
  const token = await tokenOf(simulator, sam.organizationId)
  const waiting = [...sam.guestIds]
  const before = { ...meter }
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const requests = leastQuestions(sam.personId, next).map((path, at) => ({
          id: String(at),
          method: 'GET',
          url: path,
        }))
        await fetch(`${url}/v1.0/$batch`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ requests }),
        })
      }
    }),
  )
  return since(meter, before, performance.now() - startedAt)
}

function leastQuestions(askedBy: PersonId, guestId: PersonId): string[] {
  const roles = (kind: string) =>
    `/roleManagement/directory/${kind}?$filter=principalId eq '${guestId}'&$select=id`
  const groups = 'microsoft.graph.group?$select=id,isAssignableToRole&$top=999'
  const account = `?${selectOf(User)}`
  return [
    `/users/${askedBy}${account}`,
    `/users/${guestId}${account}`,
    `/users/${guestId}/sponsors?$select=id`,
    `/users/${guestId}/memberOf/microsoft.graph.group?$select=id&$top=999`,
    roles('roleAssignments'),
    roles('roleEligibilitySchedules'),
    `/users/${guestId}/transitiveMemberOf/${groups}`,
    `/users/${guestId}/ownedObjects/${groups}`,
  ]
}

function since(meter: Meter, before: Meter, ms: number): Asked {
  return {
    requests: meter.requests - before.requests,
    questions: meter.questions - before.questions,
    resourceUnits: meter.resourceUnits - before.resourceUnits,
    ms,
  }
}
