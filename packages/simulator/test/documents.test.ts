import { readFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { variantsOfWorld } from '../src/worlds.ts'
import { operationsInWords } from './conformance/operations-table.ts'

const mark = '<!-- generated -->'

async function read(name: string): Promise<string> {
  return readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')
}

/** What a world chooses, where all kinds of account are alike one word. */
function choiceOf(value: string | Readonly<Record<string, string>>): string {
  return typeof value === 'string' ? value : [...new Set(Object.values(value))].join(', ')
}

describe('docs/unknowns.md', () => {
  it('has a row for each variant, with what each world chooses', async () => {
    const rows = (await read('unknowns.md'))
      .split('\n')
      .filter((line) => line.startsWith('| V-'))
      .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
      .map(([, , name, , pessimist, optimist]) => [name, pessimist, optimist])
    const [pessimist, optimist] = [variantsOfWorld('pessimist'), variantsOfWorld('optimist')]
    const expected = Object.keys(pessimist).map((name) => {
      const variant = name as keyof typeof pessimist
      return [name, choiceOf(pessimist[variant]), choiceOf(optimist[variant])]
    })
    expect(rows).toEqual(expected)
  })
})

// To format the whole page takes seconds where other things run.
describe('docs/simulator.md', { timeout: 30_000 }, () => {
  // `npx vitest run packages/simulator/test/documents.test.ts -u` writes the part between the marks.
  it('says of every operation which examples of Microsoft it passes', async () => {
    const [before, , after] = (await read('simulator.md')).split(mark)
    const whole = [before, `\n\n${operationsInWords()}\n\n`, after].join(mark)
    const style = await resolveConfig(new URL('../../../docs/simulator.md', import.meta.url))
    const formatted = await format(whole, { ...style, parser: 'markdown' })
    await expect(formatted).toMatchFileSnapshot('../../../docs/simulator.md')
  })
})
