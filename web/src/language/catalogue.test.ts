import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from './languages.ts'

const source = join(import.meta.dirname, '..')

test('the English catalogue holds each text as the source has it, and no other', () => {
  expect(readCatalogue('en')).toEqual(readSource())
})

test('every language of the menu has its catalogue', () => {
  expect(globSync('language/locales/*.po', { cwd: source }).toSorted()).toEqual(
    languages.map(({ tag }) => join('language', 'locales', `${tag}.po`)).toSorted(),
  )
})

test('a text that stands twice says the same', () => {
  const byId = Map.groupBy(listTexts(), ([id]) => id)
  const torn = [...byId].filter(([, texts]) => new Set(texts.map(([, text]) => text)).size > 1)
  expect(torn).toEqual([])
})

function readSource(): Record<string, string> {
  return Object.fromEntries(listTexts())
}

function listTexts(): [id: string, message: string][] {
  const files = globSync('**/*.{ts,tsx}', { cwd: source, exclude: ['**/*.test.ts'] })
  return files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8')
    const descriptors = text.matchAll(/\bid: '([^']+)',\s+message:\s+'([^']+)'/g)
    const elements = text.matchAll(/\bid="([^"]+)"\s+message="([^"]+)"/g)
    return [...descriptors, ...elements].map(([, id = '', message = '']): [string, string] => [
      id,
      message,
    ])
  })
}

function readCatalogue(tag: string): Record<string, string> {
  const text = readFileSync(join(source, 'language', 'locales', `${tag}.po`), 'utf8')
  const entries = text.matchAll(/^msgid ("[^\n]+")\nmsgstr ("[^\n]*")$/gm)
  return Object.fromEntries(
    [...entries].map(([, id = '', message = '']): [string, string] => [
      JSON.parse(id) as string,
      JSON.parse(message) as string,
    ]),
  )
}
