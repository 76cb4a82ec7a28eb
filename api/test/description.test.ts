import { everyOperation } from '@foyer/contracts/every-operation'
import { Validator } from '@seriousme/openapi-schema-validator'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContosoPortal, openContoso } from './support/contoso.ts'

let contoso: ContosoPortal
const inject = async (request: InjectOptions) => contoso.portal.app.inject(request)

beforeAll(async () => {
  contoso = await openContoso()
})
afterAll(async () => contoso[Symbol.asyncDispose]())

test('the description names every operation with all its statuses', async () => {
  const { paths, openapi } = (await inject({ url: '/openapi.json' })).json<{
    openapi: string
    paths: Record<
      string,
      Record<string, { operationId: string; responses: Record<string, unknown> }>
    >
  }>()
  expect(openapi).toBe('3.1.0')
  const described = Object.values(paths).flatMap((methods) => Object.values(methods))
  expect(described.map(({ operationId }) => operationId)).toEqual(
    everyOperation.map(({ id }) => id),
  )
  const leave = paths['/v1/me/groups/{groupId}']?.['delete']
  expect(Object.keys(leave?.responses ?? {})).toEqual([
    '202',
    '400',
    '401',
    '403',
    '404',
    '409',
    '429',
    '500',
    '502',
    '503',
    '504',
  ])
})

test('the description is OpenAPI 3.1, by a validator that nobody here wrote', async () => {
  const { body } = await inject({ url: '/openapi.json' })
  expect(await new Validator().validate(JSON.parse(body) as Record<string, unknown>)).toEqual({
    valid: true,
  })
})

test('the page for readers names every operation and loads nothing', async () => {
  const { body } = await inject({ url: '/docs' })
  for (const { method, path } of everyOperation) expect(body).toContain(`${method} ${path}`)
  expect(body).not.toMatch(/<script|<link|<img|src=|https?:\/\//)
})
