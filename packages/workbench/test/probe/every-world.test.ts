import { possibilities, type Variants } from '@foyer/simulator/variants'
import { variantsOfWorld, type WorldName, worldNames } from '@foyer/simulator/worlds'
import type { Finding } from '@foyer/directory/probe/probe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openProbedWorld, type ProbedWorld } from './probed-world.ts'

// A run that is about one world asks in that one.
const only = process.env['FOYER_WORLD'] as WorldName | undefined
const asked = only === undefined ? worldNames : [only]

let world: ProbedWorld

beforeAll(async () => {
  world = await openProbedWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

/** A world's choices by the names of questions, those of a variant with parts by `name.part`. */
function choicesOf(variants: Variants): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variants).flatMap(([name, value]: [string, string | object]) =>
      typeof value === 'string'
        ? [[name, value]]
        : Object.entries(value).map(([part, of]) => [`${name}.${part}`, String(of)]),
    ),
  )
}

function saidOf({ reading, waitsUntil }: Finding): string {
  if (!reading) return `waits until ${waitsUntil}`
  return 'found' in reading ? reading.found : `not found out: ${reading.notFoundOut}`
}

/** What cannot be found out, and why: nobody with a personal account gets in where it is refused. */
function unknowable({ personalAccounts }: Variants): Record<string, string> {
  if (personalAccounts === 'accepted') return {}
  const reason = 'not found out: omar@outlook.example was stopped at contoso: AADSTS500200'
  return { 'authTime.microsoft': reason }
}

describe('the probe', { timeout: 30_000 }, () => {
  test.each(asked)('finds what holds in %s', async (name) => {
    const variants = variantsOfWorld(name)
    world.begin(variants)
    const findings = await world.ask()
    const found = Object.fromEntries(findings.map((one) => [one.variant, saidOf(one)]))
    expect(found).toEqual({ ...choicesOf(variants), ...unknowable(variants) })
    expect(findings.flatMap(({ leftBehind }) => leftBehind ?? [])).toEqual([])
  })

  test('has one question for each possibility that is not known', async () => {
    world.begin(variantsOfWorld('pessimist'))
    const findings = await world.ask({ setting: { organizations: [], guests: [] } })
    expect(findings.map(({ variant }) => variant).toSorted()).toEqual(
      Object.keys(possibilities).toSorted(),
    )
    expect(findings.map(saidOf).every((said) => said.startsWith('not found out: needs'))).toBe(true)
  })
})
