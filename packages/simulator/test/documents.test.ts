import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { everyGraphOperation } from '../src/graph/every-operation.ts'
import { variantsOfWorld } from '../src/worlds.ts'

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

describe('docs/simulator.md', () => {
  it('names every operation of Graph, and none besides', async () => {
    const named = (await read('simulator.md')).matchAll(
      /`(GET|POST|PATCH|PUT|DELETE) (\/[^\s`]+)`/g,
    )
    const documented = new Set(
      [...named].map(([, method, path]) => `${method} ${path}`).filter((one) => !isOther(one)),
    )
    const simulated = new Set(
      everyGraphOperation
        .map(({ method, path }) => `${method} ${withoutShape(path)}`)
        .concat('POST /$batch'),
    )
    expect([...documented].toSorted(byText)).toEqual([...simulated].toSorted(byText))
  })
})

/** A relation of a user or a group stands once for itself, its casts and its count. */
function withoutShape(path: string): string {
  return path.replace(/^(\/\w+\/\{\w+\}\/\w+)\/(?:\$count|microsoft\.graph\..*)$/, '$1')
}

function isOther(operation: string): boolean {
  return operation.includes('/simulator/') || operation.includes('/tenants?')
}

function byText(a: string, b: string): number {
  return a.localeCompare(b, 'en')
}
