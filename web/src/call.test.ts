import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { leaveOrganization } from '@foyer/contracts/departure'
import type { GroupId, OrganizationId } from '@foyer/contracts/ids'
import { getMe, leaveGroup } from '@foyer/contracts/me'
import { lookUpOrganization } from '@foyer/contracts/organizations'
import { problems } from '@foyer/contracts/problem'
import { afterEach, expect, test } from 'vitest'
import { createCall, type TokenSource } from './call.ts'
import { Failure } from './failure.ts'

const contoso = {
  organizationId: '11111111-1111-4111-8111-111111111111' as OrganizationId,
  listsOtherOrganizations: false,
  slug: 'contoso',
  name: 'Contoso',
}
const groupId = '22222222-2222-4222-8222-222222222222' as GroupId

let stop: (() => Promise<void>) | undefined
afterEach(async () => {
  await stop?.()
  stop = undefined
})

const accepted = JSON.stringify({ receipt: `/receipts/${'r'.repeat(43)}` })

/** The API as far as a call sees it: an address that answers, and what it was shown. */
async function serve(answer: RequestListener, deadlineMs?: number) {
  const shown: (string | undefined)[] = []
  const headers: IncomingHttpHeaders[] = []
  const server = createServer((request, response) => {
    shown.push(request.headers.authorization)
    headers.push(request.headers)
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP port was expected.')
  const tokens: TokenSource = {
    getToken: async (_, options) => (options?.renew ? 'fresh' : 'cached'),
  }
  const origin = `http://127.0.0.1:${address.port}`
  return {
    call: createCall({ tokens, origin, languageOf: () => 'de', deadlineMs }),
    shown,
    headers,
  }
}

function problem(code: keyof typeof problems, more: object = {}): string {
  const { status, title } = problems[code]
  return JSON.stringify({ type: 'about:blank', title, status, code, requestId: 'r-1', ...more })
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Failure) return error
  throw new Error('A failure was expected.', { cause: error })
}

test('looking up an organization shows no token', async () => {
  const { call, shown } = await serve((_, response) => response.end(JSON.stringify(contoso)))
  const found = await call(lookUpOrganization, { query: { name: 'contoso.com' } })
  expect(found).toEqual(contoso)
  expect(shown).toEqual([undefined])
})

test('a token that has run out is renewed once, without a word', async () => {
  const { call, shown } = await serve((request, response) => {
    const isFresh = request.headers.authorization === 'Bearer fresh'
    response.writeHead(isFresh ? 202 : 401).end(isFresh ? accepted : problem('token-expired'))
  })
  await call(leaveGroup, { params: { groupId } }, { organization: contoso })
  expect(shown).toEqual(['Bearer cached', 'Bearer fresh'])
})

test('what is done once at most carries its key, again with a renewed token', async () => {
  const { call, headers } = await serve((request, response) => {
    const isFresh = request.headers.authorization === 'Bearer fresh'
    response.writeHead(isFresh ? 202 : 401).end(isFresh ? accepted : problem('token-expired'))
  })
  const input = { key: 'one-act-of-grace', body: { confirmation: 'Contoso' } }
  await call(leaveOrganization, input, { organization: contoso })
  expect(headers.map((each) => each['idempotency-key'])).toEqual([input.key, input.key])
})

test('Foyer is told in which language its mails are read, and of no key where there is none', async () => {
  const { call, headers } = await serve((_, response) => response.end(JSON.stringify(contoso)))
  await call(lookUpOrganization, { query: { name: 'contoso.com' } })
  expect(headers[0]).toMatchObject({ 'accept-language': 'de' })
  expect(headers[0]).not.toHaveProperty('idempotency-key')
})

test('a renewed token that is refused too ends the sign-in, and is not tried a third time', async () => {
  const { call, shown } = await serve((_, response) => {
    response.writeHead(401).end(problem('token-refused'))
  })
  const failure = await failureOf(call(getMe, {}, { organization: contoso }))
  expect([failure.code, failure.trace.requestId]).toEqual(['sign-in-run-out', 'r-1'])
  expect(shown).toHaveLength(2)
})

test('a problem comes with its request and with how long to wait', async () => {
  const { call } = await serve((_, response) => {
    response.writeHead(503).end(problem('directory-busy', { retryAfterSeconds: 7 }))
  })
  const failure = await failureOf(call(getMe, {}, { organization: contoso }))
  expect(failure.code).toBe('directory-busy')
  expect(failure.trace).toEqual({ requestId: 'r-1', retryAfterSeconds: 7 })
})

test.each([
  ['a page of a proxy', 200, '<h1>Sign in to the hotel network</h1>'],
  ['a problem of somebody else', 502, JSON.stringify({ code: 'bad-gateway' })],
  ['a code that an object has by birth', 500, JSON.stringify({ code: 'constructor' })],
  ['another status than the contract names', 200, ''],
])('%s is no success', async (_, status, body) => {
  const { call } = await serve((_request, response) => response.writeHead(status).end(body))
  const failure = await failureOf(
    call(leaveGroup, { params: { groupId } }, { organization: contoso }),
  )
  expect(failure.code).toBe('reply-unreadable')
})

test('a connection that breaks is a failure of the network', async () => {
  const { call } = await serve((request) => request.socket.destroy())
  const failure = await failureOf(call(getMe, {}, { organization: contoso }))
  expect(failure.code).toBe('network-failed')
})

test('an answer that does not come is given up at the deadline', async () => {
  const { call } = await serve(() => undefined, 20)
  const failure = await failureOf(call(getMe, {}, { organization: contoso }))
  expect(failure.code).toBe('timed-out')
})
