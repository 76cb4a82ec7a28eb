import { join } from 'node:path'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { compileMessage } from '@lingui/message-utils/compileMessage'
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

test('English says what the code says', () => {
  const written = mapValues(source, ({ message }) => message)
  expect(mapValues(catalogues.en, ({ translation }) => translation)).toEqual(written)
})

describe.each(['en', 'de'] as const)('The catalogue %s', (language) => {
  test('has every text of the code and no other', () => {
    const texts = Object.entries(catalogues[language]).filter(([, { obsolete }]) => !obsolete)
    expect(texts.map(([id]) => id).toSorted()).toEqual(Object.keys(source).toSorted())
    expect(texts.filter(([, { translation }]) => !translation)).toEqual([])
  })

  test('names in each text what the code gives it, and marks the same words', () => {
    const named = mapValues(catalogues[language], ({ translation }) => namesIn(translation))
    expect(named).toEqual(mapValues(source, ({ message }) => namesIn(message)))
  })
})

/** The placeholders of a message and the numbers of the elements in it, each once. */
function namesIn(message = ''): string[] {
  const names = new Set([...message.matchAll(/<(\d+)\/?>/g)].map(([, number]) => `<${number}>`))
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return
    const [name, , branches] = part as unknown[]
    if (typeof name === 'string') names.add(name)
    if (typeof branches === 'object' && branches !== null) Object.values(branches).forEach(list)
  }
  const list = (parts: unknown): void => {
    if (Array.isArray(parts)) parts.forEach(visit)
  }
  list(compileMessage(message))
  return [...names].toSorted()
}

function mapValues<T, R>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
