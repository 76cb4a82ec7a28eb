import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Simulator } from '@foyer/simulator/simulator'
import type { Leaver } from './guests.ts'
import { fileOf, type Invitees } from './invitees.ts'

const atOnce = 8
const pauseMs = 200
const mostTriesMs = 120_000

/**
 * Lets everybody ask to leave, again and again under one key, until each was accepted.
 *
 * @param signal after which nobody comes any more.
 */
export async function visit(
  simulator: Simulator,
  portals: readonly string[],
  leavers: readonly Leaver[],
  signal?: AbortSignal,
): Promise<void> {
  const waiting = [...leavers.entries()]
  signal?.addEventListener('abort', () => waiting.splice(0))
  const names = new Map(
    simulator.registrations().organizations.map(({ tenantId, name }) => [tenantId, name]),
  )
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [at, leaver] = next
        const portal = portals[at % portals.length] ?? ''
        await untilAccepted(async () =>
          leaver.groupId === undefined
            ? leave(simulator, portal, leaver, names.get(leaver.organizationId) ?? '')
            : leaveGroup(simulator, portal, leaver, leaver.groupId),
        )
      }
    }),
  )
}

/** Lets the operator check a file and send it, under one key until it was accepted. */
export async function sendFile(
  simulator: Simulator,
  portal: string,
  invitees: Invitees,
): Promise<void> {
  const text = fileOf(invitees)
  const key = randomUUID()
  const operator = {
    organizationId: invitees.organizationId,
    personId: invitees.operatorId,
    roles: ['Operator'],
  }
  const ask = async (path: string, body: object) =>
    fetch(`${portal}/v1/invitations/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenOf(simulator, operator)}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    })
  let digest: string | undefined
  await untilAccepted(async () => {
    const checked = await ask('files/check', { text })
    if (!checked.ok) return pressAgain(checked)
    digest = ((await checked.json()) as { digest: string }).digest
    return 'accepted'
  })
  await untilAccepted(async () => {
    const sent = await ask('files', { text, digest })
    return sent.status === 202 ? 'accepted' : pressAgain(sent)
  })
}

/** A person presses again as long as nothing has answered. */
async function untilAccepted(press: () => Promise<Press>): Promise<void> {
  const endsAt = performance.now() + mostTriesMs
  for (;;) {
    const outcome = await press().catch((error: unknown): Press => ({ again: String(error) }))
    if (outcome === 'accepted') return
    if (performance.now() > endsAt) throw new Error(`not accepted in two minutes: ${outcome.again}`)
    await sleep(pauseMs)
  }
}

type Press = 'accepted' | { readonly again: string }

async function leave(
  simulator: Simulator,
  portal: string,
  leaver: Leaver,
  confirmation: string,
): Promise<Press> {
  const key = randomUUID()
  const ask = async (body: object) => {
    const headers = {
      authorization: `Bearer ${await tokenOf(simulator, leaver)}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    }
    const url = `${portal}/v1/me/departure`
    return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  const first = await ask({ confirmation })
  const { challenge } = (await first.json()) as { challenge?: string }
  if (challenge === undefined) return pressUnlessGone(first)
  for (;;) {
    const answer = await ask({ confirmation, challenge }).catch(() => undefined)
    if (answer?.status === 202) return 'accepted'
    if (answer && answer.status !== 503 && answer.status !== 502 && answer.status !== 504) {
      return pressUnlessGone(answer)
    }
    await sleep(pauseMs)
  }
}

async function leaveGroup(
  simulator: Simulator,
  portal: string,
  leaver: Leaver,
  groupId: string,
): Promise<Press> {
  const answer = await fetch(`${portal}/v1/me/groups/${groupId}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${await tokenOf(simulator, leaver)}` },
  })
  // Accepted before, by an answer that was lost, and done since.
  if (answer.status === 404) return 'accepted'
  return answer.status === 202 ? 'accepted' : pressUnlessGone(answer)
}

/** Whoever is gone already was accepted by a request whose answer was lost. */
function pressUnlessGone(answer: Response): Press {
  return answer.status === 403 ? 'accepted' : pressAgain(answer)
}

function pressAgain({ status, url }: Response): Press {
  if (status >= 500 || status === 401 || status === 429) return { again: `${url}: ${status}` }
  throw new Error(`a request was answered ${status}`)
}

interface Caller extends Pick<Leaver, 'organizationId' | 'personId'> {
  /** Of the organization's app roles. */
  readonly roles?: readonly string[]
}

/** As Microsoft would issue it to somebody who has just signed in. */
async function tokenOf(simulator: Simulator, { organizationId, personId, roles }: Caller) {
  const { web, api } = simulator.registrations()
  const now = Math.floor(simulator.clock.now().getTime() / 1000)
  return simulator.issueToken({
    aud: api.clientId,
    iss: `${simulator.authority}/${organizationId}/v2.0`,
    tid: organizationId,
    oid: personId,
    sub: 'pairwise',
    azp: web.clientId,
    azpacr: '0',
    scp: 'access_as_user',
    ver: '2.0',
    uti: randomUUID(),
    sid: randomUUID(),
    iat: now,
    nbf: now,
    exp: now + 4_000,
    auth_time: now,
    ...(roles ? { roles } : {}),
  })
}
