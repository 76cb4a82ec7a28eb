import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContosoPortal, openContoso } from './support/contoso.ts'
import {
  contoso as contosoEntry,
  fabrikam,
  foyerFile,
  makeFolder,
  openPortal,
} from './support/portal.ts'

let contoso: ContosoPortal
const inject = async (request: InjectOptions) => contoso.portal.app.inject(request)

beforeAll(async () => {
  contoso = await openContoso()
})
afterAll(async () => contoso[Symbol.asyncDispose]())

test('what an organization is found by: slug, domain, and name if it chose to be listed', async () => {
  const find = async (name: string) => {
    const reply = await inject({ url: '/v1/organizations/lookup', query: { name } })
    return reply.statusCode === 200 ? reply.json<{ slug: string }>().slug : reply.statusCode
  }
  for (const name of ['contoso', 'CONTOSO.com', ' Contoso '])
    expect(await find(name)).toBe('contoso')
  for (const name of ['fabrikam', 'fabrikam.com']) expect(await find(name)).toBe('fabrikam')
  for (const name of [
    'contos',
    'contoso.co',
    'mail.contoso.com',
    contosoEntry.tenantId,
    '%',
    '__proto__',
  ]) {
    expect([name, await find(name)]).toEqual([name, 404])
  }
})

test('it says whether its guests may be shown their other organizations', async () => {
  const folder = await makeFolder({
    ...foyerFile(contoso.issuer.url),
    organizations: [contosoEntry, { ...fabrikam, listsOtherOrganizations: true }],
  })
  await using other = await openPortal(folder)
  const lists = async (name: string) => {
    const reply = await other.app.inject({ url: '/v1/organizations/lookup', query: { name } })
    return reply.json<{ listsOtherOrganizations: boolean }>().listsOtherOrganizations
  }
  expect([await lists('contoso'), await lists('fabrikam')]).toEqual([false, true])
})

test('an organization that is not listed is not found by its name', async () => {
  await using other = await openPortal(
    await makeFolder({
      ...foyerFile(contoso.issuer.url),
      organizations: [{ ...fabrikam, name: 'Fabrikam Residences' }],
    }),
  )
  const ask = async (name: string) => {
    const { statusCode, headers, json } = await other.app.inject({
      url: '/v1/organizations/lookup',
      query: { name },
    })
    const { requestId: _, ...body } = json<Record<string, unknown>>()
    const { date: __, 'x-request-id': ___, ...rest } = headers
    return { statusCode, rest, body }
  }
  expect(await ask('Fabrikam Residences')).toEqual(await ask('Nowhere and Nothing'))
})
