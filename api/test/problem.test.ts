import { type AddressInfo, connect } from 'node:net'
import { getMe } from '@foyer/contracts/me'
import { Problem, type ProblemCode, problems } from '@foyer/contracts/problem'
import type { InjectOptions } from 'fastify'
import { Check } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ProblemError } from '../src/http/problem-error.ts'
import { problemOf } from '../src/http/problem-of.ts'
import { type ContosoPortal, openContoso } from './support/contoso.ts'
import { groupPath, wrongRequests } from './support/wrong-requests.ts'

let contoso: ContosoPortal
const inject = async (request: InjectOptions) => contoso.portal.app.inject(request)

beforeAll(async () => {
  contoso = await openContoso()
})
afterAll(async () => contoso[Symbol.asyncDispose]())

test('whatever goes wrong is told as problem details, with its code and nothing else', async () => {
  for (const [name, request, code] of wrongRequests(contoso.grace)) {
    const reply = await inject(request)
    const { status, title } = problems[code]
    expect([name, reply.statusCode, reply.headers['content-type']]).toEqual([
      name,
      status,
      'application/problem+json; charset=utf-8',
    ])
    const body = reply.json<Problem>()
    expect([name, Check(Problem, body)]).toEqual([name, true])
    expect([name, body]).toEqual([
      name,
      { type: 'about:blank', title, status, code, requestId: body.requestId },
    ])
  }
})

test('another method is answered with those that there are', async () => {
  const reply = await inject({ url: '/v1/me', method: 'PUT' })
  expect([reply.statusCode, reply.headers['allow']]).toEqual([405, 'GET, HEAD'])
  const options = await inject({ url: groupPath, method: 'OPTIONS' })
  expect([options.statusCode, options.headers['allow']]).toEqual([405, 'DELETE'])
})

test('a refused token is told how to come back, and no more', async () => {
  const reply = await inject({ url: '/v1/me' })
  expect(reply.headers['www-authenticate']).toBe('Bearer error="invalid_token"')
})

test('a code that the contract of an operation does not name is a fault of ours', () => {
  const codeOf = (code: ProblemCode) => problemOf(new ProblemError(code), getMe).code
  expect(codeOf('blocked-here')).toBe('blocked-here')
  expect(codeOf('token-expired')).toBe('token-expired')
  expect(codeOf('group-synced')).toBe('internal-error')
  expect(problemOf(new Error('of no kind'), getMe).code).toBe('internal-error')
})

test('text that is no HTTP, and headers that are too large, are answered and closed', async () => {
  await contoso.portal.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = contoso.portal.app.server.address() as AddressInfo
  const send = async (text: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = ''
      const socket = connect(port, '127.0.0.1', () => socket.end(text))
      socket
        .on('data', (data) => (answer += data.toString()))
        .on('close', () => resolve(answer))
        .on('error', reject)
    })
  for (const text of [
    'nonsense\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
  ]) {
    const answer = await send(text)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('x-content-type-options: nosniff')
    expect(answer).toContain('"code":"invalid-request"')
  }
})
