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
interface Catalogues {
  readonly source: Texts
  readonly en: Texts
  readonly de: Texts
}
const read: Catalogues[] = []

beforeAll(async () => {
  const config = getConfig({ cwd: root, configPath: join(root, 'lingui.config.ts') })
  for (const catalogue of await getCatalogs(config)) {
    read.push({
      source: (await catalogue.collect()) ?? {},
      en: (await catalogue.read('en')) ?? {},
      de: (await catalogue.read('de')) ?? {},
    })
  }
}, 60_000)

// In the order of lingui.config.ts.
describe.each(['portal', 'invitation'])('Of the %s', (name) => {
  const find = () => {
    const found = read[['portal', 'invitation'].indexOf(name)]
    if (!found) throw new Error('lingui.config.ts names too few catalogues.')
    return found
  }

  test('English says what the code says', () => {
    const { source, en } = find()
    expect(Object.keys(source).length).toBeGreaterThan(100)
    const written = mapValues(source, ({ message }) => message)
    expect(mapValues(en, ({ translation }) => translation)).toEqual(written)
  })

  describe.each(['en', 'de'] as const)('the catalogue %s', (language) => {
    test('has every text of the code and no other', () => {
      const { source, [language]: catalogue } = find()
      const texts = Object.entries(catalogue).filter(([, { obsolete }]) => !obsolete)
      expect(texts.map(([id]) => id).toSorted()).toEqual(Object.keys(source).toSorted())
      expect(texts.filter(([, { translation }]) => !translation)).toEqual([])
    })

    test('names in each text what the code gives it, and marks the same words', () => {
      const { source, [language]: catalogue } = find()
      const named = mapValues(catalogue, ({ translation }) => namesIn(translation))
      expect(named).toEqual(mapValues(source, ({ message }) => namesIn(message)))
    })
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
