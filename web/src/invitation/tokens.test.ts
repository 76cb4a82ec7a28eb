import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { darkTheme, lightTheme } from '../theme/theme.ts'

const read = async (name: string) => readFile(join(import.meta.dirname, name), 'utf8')

function declared(css: string): Record<string, string> {
  const pairs = [...css.matchAll(/--(\w+): ([^;]+);/g)]
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, plain(value)]))
}

// As a formatter may write the same value.
function plain(value: unknown): string {
  return String(value).replaceAll('"', "'").replaceAll(/\s+/g, ' ').toLowerCase()
}

test('the tokens of this page are those of the theme, by day and by night', async () => {
  const [light = '', dark = ''] = (await read('tokens.css')).split('@media')
  const byDay = declared(light)
  expect(Object.keys(byDay).length).toBeGreaterThan(40)
  for (const [shown, theme] of [
    [byDay, lightTheme],
    [{ ...byDay, ...declared(dark) }, darkTheme],
  ] as const) {
    const wanted = Object.entries(theme).filter(([name]) => name in shown)
    expect(shown).toEqual(Object.fromEntries(wanted.map(([name, value]) => [name, plain(value)])))
  }
})

test('what its styles name is declared', async () => {
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.module.css'))
  const styles = (await Promise.all(names.map(read))).join('\n')
  const used = new Set([...styles.matchAll(/var\(--(\w+)/g)].map(([, name = '']) => name))
  const known = Object.keys(declared(await read('tokens.css')))
  expect([...used].filter((name) => !known.includes(name))).toEqual([])
})
