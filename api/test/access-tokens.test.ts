import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { OrganizationId } from '@foyer/contracts/ids'
import { createAccessTokens } from '@foyer/directory/access-tokens'
import { startDeadline } from '@foyer/directory/deadline'
import { certify } from '@foyer/simulator/world/certificate'
import { afterAll, beforeAll, expect, test } from 'vitest'

type Answer = (request: IncomingMessage, reply: ServerResponse) => Promise<void>

let issued = 0
/** What the next requests get in place of a token. */
const answers: Answer[] = []
/** By what each request proved who asks. */
const statements: string[] = []
const signIn = createServer((request, reply) => void answer(request, reply))

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString())
  statements.push(form.get('client_assertion') ?? '')
  const next = answers.shift() ?? giveToken
  await next(request, reply)
}

const giveToken: Answer = async (_, reply) =>
  send(reply, 200, { token_type: 'Bearer', expires_in: 3600, access_token: `token-${++issued}` })

const refuse: Answer = async (_, reply) =>
  send(reply, 401, { error: 'invalid_client', error_codes: [700027], error_description: 'No.' })

const hangUp: Answer = async (request) => {
  request.socket.destroy()
}

function send(reply: ServerResponse, status: number, body: object): void {
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

beforeAll(async () => {
  await new Promise<void>((listening) => signIn.listen(0, '127.0.0.1', listening))
})
afterAll(() => signIn.close())

function tokensOfFoyer() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { port } = signIn.address() as AddressInfo
  const tokens = createAccessTokens(
    {
      authority: 'https://login.microsoftonline.com',
      endpoints: `http://127.0.0.1:${String(port)}`,
      graph: 'https://graph.microsoft.com',
      now: () => new Date(),
    },
    randomUUID() as OrganizationId,
    {
      clientId: randomUUID(),
      pem: [
        privateKey.export({ type: 'pkcs8', format: 'pem' }),
        certify(privateKey, 'Foyer').pem,
      ].join('\n'),
    },
  )
  return { get: async () => tokens.get(startDeadline(5000)), forget: tokens.forget }
}

test('a token is kept, and requests that come at once wait for the same one', async () => {
  const tokens = tokensOfFoyer()
  const [first, second] = await Promise.all([tokens.get(), tokens.get()])
  expect(second).toBe(first)
  expect(await tokens.get()).toBe(first)
})

test('a token that was refused does not come back, also not to who asked for it before', async () => {
  const tokens = tokensOfFoyer()
  const refused = await tokens.get()
  const kept = tokens.get()
  tokens.forget()
  const renewed = await tokens.get()
  expect(renewed).not.toBe(refused)
  await kept
  expect(await tokens.get()).toBe(renewed)
})

test('many refusals of one token bring one new token', async () => {
  const tokens = tokensOfFoyer()
  await tokens.get()
  const before = issued
  const renewed = await Promise.all(
    Array.from({ length: 20 }, async () => {
      tokens.forget()
      return tokens.get()
    }),
  )
  expect(new Set(renewed).size).toBe(1)
  expect(issued).toBe(before + 1)
})

test('whoever is not answered asks again with another statement, since the first may have been heard', async () => {
  const tokens = tokensOfFoyer()
  statements.length = 0
  answers.push(hangUp, hangUp)
  await expect(tokens.get()).resolves.toMatch(/^token-/)
  expect(statements).toHaveLength(3)
  expect(new Set(statements).size).toBe(3)
})

test('who is refused is not asked again because somebody else was not answered meanwhile', async () => {
  const tokens = tokensOfFoyer()
  statements.length = 0
  const both = Promise.withResolvers<void>()
  answers.push(
    async (...first) => {
      await both.promise
      await hangUp(...first)
    },
    async (...second) => {
      both.resolve()
      // Until the first has seen that nobody is there any more.
      for (let turn = 0; turn < 20; turn += 1) await setImmediate()
      await refuse(...second)
    },
  )
  const first = tokens.get()
  await expect.poll(() => statements).toHaveLength(1)
  tokens.forget()
  await expect(tokens.get()).rejects.toMatchObject({ code: 'directory-refused' })
  await expect(first).resolves.toMatch(/^token-/)
  expect(statements).toHaveLength(3)
})
