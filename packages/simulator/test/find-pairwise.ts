// `node packages/simulator/test/find-pairwise.ts [worlds]` writes src/pairwise-worlds.ts anew, after a
// variant was added: so many worlds in which every two possibilities of different variants meet.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { possibilities } from '../src/variants.ts'

const worlds = Number(process.argv[2] ?? 14)
const longestMs = 600_000

const names = Object.keys(possibilities)
const sizes = Object.values(possibilities).map(({ length }) => length)

/**
 * Simulated annealing (Cohen, Colbourn, Ling 2008): one choice after the other is made otherwise, and
 * stays so where no more pairs are missed, or by a chance that becomes smaller.
 */
function find(): number[][] | undefined {
  const choices = Array.from({ length: worlds }, () => sizes.map(below))
  const met = new Map<number, number>()
  const pairs = { missed: countPairs() }
  const count = (one: number, value: number, other: number, its: number, by: 1 | -1) => {
    const pair = one < other ? keyOf(one, value, other, its) : keyOf(other, its, one, value)
    const before = met.get(pair) ?? 0
    met.set(pair, before + by)
    if (before + by === 0) pairs.missed += 1
    if (before === 0) pairs.missed -= 1
  }
  const change = (choice: number[], name: number, value: number) => {
    for (const [other, its] of choice.entries()) {
      if (other === name) continue
      count(name, choice[name] ?? 0, other, its, -1)
      count(name, value, other, its, 1)
    }
    choice[name] = value
  }
  for (const choice of choices) {
    for (const [one, value] of choice.entries()) {
      for (const [other, its] of choice.slice(0, one).entries()) count(one, value, other, its, 1)
    }
  }
  const endsAt = Date.now() + longestMs
  for (let heat = 2; pairs.missed > 0; heat = Math.max(0.2, heat * 0.999_999_8)) {
    if (Date.now() > endsAt) return undefined
    const choice = choices[below(worlds)] ?? []
    const name = below(names.length)
    const before = { missed: pairs.missed, value: choice[name] ?? 0 }
    change(choice, name, (before.value + 1 + below((sizes[name] ?? 0) - 1)) % (sizes[name] ?? 1))
    const isWorse = pairs.missed > before.missed
    if (isWorse && chance() > Math.exp((before.missed - pairs.missed) / heat)) {
      change(choice, name, before.value)
    }
  }
  return choices
}

function countPairs(): number {
  return sizes.reduce(
    (sum, size, at) => sum + sizes.slice(0, at).reduce((all, other) => all + size * other, 0),
    0,
  )
}

function keyOf(one: number, value: number, other: number, its: number): number {
  return ((one * names.length + other) * 10 + value) * 10 + its
}

/** The same chances each time (mulberry32). */
let seed = 1
function chance(): number {
  seed = (seed + 0x6d_2b_79_f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

function below(end: number): number {
  return Math.floor(chance() * end)
}

const choices = find()
if (!choices) throw new Error(`${worlds} worlds were not found: ask for more.`)
const rows = names.map((name, at) => {
  const key = name.includes('.') ? `'${name}'` : name
  return `  ${key}: [${choices.map((choice) => choice[at]).join(', ')}],`
})
await writeFile(
  join(import.meta.dirname, '..', 'src', 'pairwise-worlds.ts'),
  `import type { possibilities } from './variants.ts'

/**
 * What the pairwise worlds choose: in each row the first number is the place of pairwise-1's choice among the
 * possibilities of the variant, the second that of pairwise-2, and so on. Found by test/find-pairwise.ts.
 */
export const pairwiseWorlds = {
${rows.join('\n')}
} as const satisfies Record<keyof typeof possibilities, readonly number[]>
`,
)
