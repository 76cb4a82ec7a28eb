import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dryRun, organizationOptions, sharedOptions } from './script.ts'

const page = readFileSync(
  join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'entra-setup.md'),
  'utf8',
)
const [, block = ''] = /```json\n([\s\S]+?)```/.exec(page) ?? []
const example = JSON.parse(block) as {
  signIn: { webClientId: string; apiClientId: string; scope: string }
  organizations: [{ identities: Record<string, { clientId: string; certificate: object }> }]
}
const [organization] = example.organizations

test('the example of foyer.json has the shape of what the scripts print', async () => {
  const shared = await dryRun('register-shared', sharedOptions)
  const connected = await dryRun('register-organization', organizationOptions)
  expect(keysOf({ ...example, organizations: undefined })).toEqual([
    ...keysOf(shared.entry),
    'organizations',
  ])
  expect(keysOf(example.signIn)).toEqual(keysOf((shared.entry as typeof example).signIn))
  expect(keysOf(organization)).toEqual(keysOf(connected.entry))
  expect(keysOf(organization.identities)).toEqual(
    keysOf((connected.entry as typeof organization).identities),
  )
})

test('the example shows both ways to a certificate, and a registration for each identity', () => {
  const { reader, grouper } = organization.identities
  expect(reader?.certificate).toEqual({ file: 'contoso-reader.pem' })
  expect(grouper?.certificate).toEqual({ variable: 'CONTOSO_GROUPER_PEM' })
  const { webClientId, apiClientId, scope } = example.signIn
  const ids = [webClientId, apiClientId, reader?.clientId, grouper?.clientId]
  expect(new Set(ids).size).toBe(4)
  expect(scope).toBe(`api://${apiClientId}/access_as_user`)
})

test.each([...page.matchAll(/\]\((?:permissions\.md)?#([\w-]+)\)/g)].map(([link]) => link))(
  '%s leads to a heading',
  (link) => {
    const [, file, anchor] = /\((permissions\.md)?#([\w-]+)\)/.exec(link) ?? []
    const text = file
      ? readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', file), 'utf8')
      : page
    const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    )
    expect(anchors).toContain(anchor)
  },
)

test('every option of the scripts stands on the page', async () => {
  const folder = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'entra-setup')
  const scripts = ['register-shared.mjs', 'register-organization.mjs'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  )
  const options = scripts
    .flatMap((script) => [...script.matchAll(/^ {6}'?([a-z-]+)'?: \{ type: '/gm)])
    .map(([, option]) => `--${option}`)
  expect(options.length).toBeGreaterThan(10)
  expect(options.filter((option) => !page.includes(option))).toEqual([])
})

function keysOf(value: unknown): readonly string[] {
  return Object.keys(value as object)
}
