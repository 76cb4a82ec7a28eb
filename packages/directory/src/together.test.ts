import { expect, test } from 'vitest'
import { startDeadline } from './deadline.ts'
import type { GraphAnswer, GraphQuestion } from './graph-transport.ts'
import { together } from './together.ts'

const headers = new Headers()
const get = (path: string, more: Partial<GraphQuestion> = {}) =>
  ({ method: 'GET', path, ...more }) as const

interface Request {
  readonly id: string
  readonly url: string
  readonly headers: Record<string, string>
}

/** A directory that answers each path by its name, and what it was sent. */
function listen(answerTo = (question: GraphQuestion): GraphAnswer => batchReply(question)) {
  const sent: GraphQuestion[] = []
  const ask = together(async (question) => {
    sent.push(question)
    return question.path === '/$batch'
      ? answerTo(question)
      : { status: 200, headers, body: { name: question.path } }
  })
  return { sent, ask }
}

const requestsIn = ({ body }: GraphQuestion) => (body as { requests: Request[] }).requests

/** Out of order, as Graph may answer. */
function batchReply(question: GraphQuestion): GraphAnswer {
  const responses = requestsIn(question).map(({ id, url }) => ({
    id,
    status: url === '/nobody' ? 404 : 200,
    headers: { 'x-ms-resource-unit': '1' },
    body: { name: url },
  }))
  return { status: 200, headers, body: { responses: responses.toReversed() } }
}

test('what is read in the same moment goes in one request, and each has its own answer', async () => {
  const { sent, ask } = listen()
  const deadline = startDeadline(1_000)
  const answers = await Promise.all(
    ['/grace', '/nobody', '/omar'].map(async (path) => ask(get(path), deadline)),
  )
  expect(sent.map(({ method, path }) => [method, path])).toEqual([['POST', '/$batch']])
  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [200, { name: '/grace' }],
    [404, { name: '/nobody' }],
    [200, { name: '/omar' }],
  ])
  expect(answers[0]?.headers.get('x-ms-resource-unit')).toBe('1')
})

test('the same question is asked once, and alone where it is the only one', async () => {
  const { sent, ask } = listen()
  const deadline = startDeadline(1_000)
  const asked = ['/grace', '/omar', '/grace'].map(async (path) => ask(get(path), deadline))
  const [first, , again] = await Promise.all(asked)
  expect(again).toEqual(first)
  expect(sent.flatMap(requestsIn).map(({ url }) => url)).toEqual(['/grace', '/omar'])

  await Promise.all([ask(get('/lena'), deadline), ask(get('/lena'), deadline)])
  expect(sent.slice(1)).toEqual([get('/lena')])
})

test('another purpose, another version, another urgency and another moment go by themselves', async () => {
  const { sent, ask } = listen()
  const deadline = startDeadline(1_000)
  await Promise.all([
    ask(get('/grace'), deadline),
    ask(get('/omar'), startDeadline(1_000)),
    ask(get('/lena', { version: 'beta' }), deadline),
    ask(get('/mei', { isPatient: true }), deadline),
  ])
  await ask(get('/pierre'), deadline)
  expect(sent.map(({ path }) => path).toSorted()).toEqual(
    ['/grace', '/lena', '/mei', '/omar', '/pierre'].toSorted(),
  )
})

test('what nobody waits for stays so within a batch', async () => {
  const { sent, ask } = listen()
  const deadline = startDeadline(1_000)
  const isPatient = true
  await Promise.all(
    ['/a', '/b'].map(async (path) => ask(get(path, { isPatient, version: 'beta' }), deadline)),
  )
  expect(sent).toMatchObject([{ isPatient, version: 'beta' }])
  expect(sent.flatMap(requestsIn).map((request) => request.headers)).toEqual([
    { 'x-ms-throttle-priority': 'Low' },
    { 'x-ms-throttle-priority': 'Low' },
  ])
})

test('a batch takes no more than twenty', async () => {
  const { sent, ask } = listen()
  const deadline = startDeadline(1_000)
  const paths = Array.from({ length: 41 }, (_, place) => `/${place}`)
  const answers = await Promise.all(paths.map(async (path) => ask(get(path), deadline)))
  expect(answers.map(({ body }) => body)).toEqual(paths.map((name) => ({ name })))
  expect(sent.map((question) => question.body && requestsIn(question).length)).toEqual([
    20,
    20,
    undefined,
  ])
})

test('what changes anything is sent at once and alone', async () => {
  const { sent, ask } = listen()
  const deadline = startDeadline(1_000)
  await Promise.all([
    ask({ method: 'DELETE', path: '/grace' }, deadline),
    ask({ method: 'PATCH', path: '/omar', body: {} }, deadline),
  ])
  expect(sent.map(({ method }) => method)).toEqual(['DELETE', 'PATCH'])
})

test('what befalls the whole befalls each, and who is left out is not taken for answered', async () => {
  const askTwo = async (answerTo: () => GraphAnswer) => {
    const { ask } = listen(answerTo)
    const deadline = startDeadline(1_000)
    return Promise.allSettled([ask(get('/grace'), deadline), ask(get('/omar'), deadline)])
  }
  const busy = { status: 429, headers: new Headers({ 'retry-after': '7' }), body: undefined }
  expect(await askTwo(() => busy)).toEqual([
    { status: 'fulfilled', value: busy },
    { status: 'fulfilled', value: busy },
  ])
  const broken = await askTwo(() => {
    throw new TypeError('fetch failed')
  })
  expect(broken.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const short = await askTwo(() => ({
    status: 200,
    headers,
    body: { responses: [{ id: '1', status: 200, body: {} }] },
  }))
  expect(short).toMatchObject([
    {
      status: 'rejected',
      reason: { code: 'directory-failed', facts: { reason: 'batch.incomplete' } },
    },
    { status: 'fulfilled', value: { status: 200 } },
  ])
})
