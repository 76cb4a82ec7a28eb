import { join } from 'node:path'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { beforeAll, describe, expect, test } from 'vitest'

interface Text {
  readonly message?: string
  readonly translation?: string
  readonly obsolete?: boolean
}
type Texts = Readonly<Record<string, Text>>

const root = join(import.meta.dirname, '..', '..')
let source: Texts
let catalogues: Readonly<Record<'en' | 'de', Texts>>

beforeAll(async () => {
  const config = getConfig({ cwd: root, configPath: join(root, 'lingui.config.ts') })
  const [catalogue] = await getCatalogs(config)
  if (!catalogue) throw new Error('lingui.config.ts names no catalogue.')
  source = (await catalogue.collect()) ?? {}
  catalogues = {
    en: (await catalogue.read('en')) ?? {},
    de: (await catalogue.read('de')) ?? {},
  }
}, 60_000)

test('English mails say what the code says', () => {
  const written = Object.entries(source).map(([id, { message }]) => [id, message])
  const kept = Object.entries(catalogues.en).map(([id, { translation }]) => [id, translation])
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(written))
})

describe.each(['en', 'de'] as const)('The catalogue of mails in %s', (language) => {
  test('has every text of the code and no other', () => {
    const texts = Object.entries(catalogues[language]).filter(([, { obsolete }]) => !obsolete)
    expect(texts.map(([id]) => id).toSorted()).toEqual(Object.keys(source).toSorted())
    expect(texts.filter(([, { translation }]) => !translation)).toEqual([])
  })

  test('names in each text what the code gives it', () => {
    const namesOf = (text = '') =>
      [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].toSorted()
    for (const [id, { message }] of Object.entries(source)) {
      expect([id, namesOf(catalogues[language][id]?.translation)]).toEqual([id, namesOf(message)])
    }
  })
})
