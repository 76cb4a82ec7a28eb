import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseFoyerFile } from '../src/configuration/foyer-file.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'entra-setup.md'), 'utf8')
const [, example = ''] = /```json\n([\s\S]+?)```/.exec(page) ?? []

test('the foyer.json of docs/entra-setup.md is one that the API takes', () => {
  const file = parseFoyerFile(example, 'the example')
  expect(file.organizations.map(({ slug }) => slug)).toEqual(['contoso'])
  expect(Object.keys(file.organizations[0]?.identities ?? {})).toEqual(['reader', 'grouper'])
})

test('the same file with a client secret in it is refused', () => {
  const withSecret = example.replace('"file": "contoso-reader.pem"', '"secret": "a secret"')
  expect(withSecret).not.toBe(example)
  expect(() => parseFoyerFile(withSecret, 'the example')).toThrow(
    'organizations.0.identities.reader.certificate',
  )
})

test('every variable that the page names is read by the API', () => {
  const configuration = join(import.meta.dirname, '..', 'src', 'configuration', 'configuration.ts')
  const source = readFileSync(configuration, 'utf8')
  const [, table = ''] = /\| variable[^\n]*\n([\s\S]+?)\n\n/.exec(page) ?? []
  const named = [...table.matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+)/gm)].flatMap(([, cell = '']) =>
    cell.replaceAll('`', '').split(', '),
  )
  expect(named).toContain('PUBLIC_ORIGIN')
  expect(named.filter((name) => !source.includes(`environment['${name}']`))).toEqual([])
})
