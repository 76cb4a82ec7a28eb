import { describe, expect, it } from 'vitest'
import { startSimulator } from '../src/simulator.ts'
import { possibilities, type Variants } from '../src/variants.ts'
import { isWorldName, variantsOfWorld, worldNames } from '../src/worlds.ts'
import { portalOrigin, withSimulator } from './world.ts'

const world = withSimulator({ world: 'pairwise-3' })
const pairwiseNames = worldNames.filter((name) => name.startsWith('pairwise-'))

/** A world's choices, those of a variant with parts by `name.part`. */
function choicesOf(variants: Variants): [name: string, value: string][] {
  return Object.entries(variants).flatMap(([name, value]: [string, string | object]) =>
    typeof value === 'string'
      ? [[name, value] as [string, string]]
      : Object.entries(value).map(([part, of]): [string, string] => [
          `${name}.${part}`,
          String(of),
        ]),
  )
}

function pairsOf(entries: readonly (readonly [string, string])[]): string[] {
  return entries.flatMap(([name, value], at) =>
    entries
      .slice(at + 1)
      .filter(([other]) => other !== name)
      .map(([other, itsValue]) =>
        [`${name}=${value}`, `${other}=${itsValue}`].toSorted().join(' & '),
      ),
  )
}

describe('the worlds', () => {
  it('choose among the possibilities of every variant, all of them', () => {
    for (const name of worldNames) {
      const choices = choicesOf(variantsOfWorld(name))
      expect(new Set(choices.map(([variant]) => variant))).toEqual(
        new Set(Object.keys(possibilities)),
      )
      for (const [variant, value] of choices) {
        expect(possibilities[variant as keyof typeof possibilities]).toContain(value)
      }
    }
  })

  it('pessimist and optimist differ wherever no document decides for both', () => {
    const optimist = new Map(choicesOf(variantsOfWorld('optimist')))
    const alike = choicesOf(variantsOfWorld('pessimist'))
      .filter(([variant, value]) => optimist.get(variant) === value)
      .map(([variant]) => variant)
    expect(alike).toEqual(['personalAccounts'])
  })

  it('pairwise let every two possibilities of different unknowns meet', () => {
    const everyPossibility = Object.entries(possibilities).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    )
    const met = new Set(pairwiseNames.flatMap((name) => pairsOf(choicesOf(variantsOfWorld(name)))))
    expect(pairsOf(everyPossibility).filter((pair) => !met.has(pair))).toEqual([])
  })

  it('pairwise are few', () => {
    expect(pairwiseNames.length).toBe(14)
  })

  it('are asked for by name', async () => {
    const { body } = await world.send('/simulator/variants')
    expect(body).toEqual(variantsOfWorld('pairwise-3'))
    expect(['pairwise-0', 'pairwise-999', 'cheerful', ''].filter(isWorldName)).toEqual([])
    await expect(startSimulator({ portalOrigin, world: 'pairwise-999' })).rejects.toThrow(
      'There is no world pairwise-999',
    )
  })
})

describe('the control door', () => {
  const choose = async (variants: object) =>
    world.send('/simulator/variants', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(variants),
    })

  it('chooses for a variant, or for its parts', async () => {
    const unitScopedKeeper = { delete: 'allowed', restore: 'refused', sponsors: 'refused' }
    const { body } = await choose({ unitScopedKeeper, acct: 'string' })
    expect(body).toMatchObject({ unitScopedKeeper, acct: 'string' })
  })

  it.each([
    [{ accountt: 'string' }, 'There is no variant accountt.'],
    [{ acct: 'text' }, 'acct is not text.'],
    [{ acct: 1 }, 'acct is not 1.'],
    [{ unitScopedKeeper: { delete: 'perhaps' } }, 'unitScopedKeeper.delete is not perhaps.'],
    [{ unitScopedKeeper: 'allowed' }, 'There is no variant unitScopedKeeper.'],
  ])('refuses %j', async (variants, sentence) => {
    const answer = await choose(variants)
    expect([answer.status, answer.body['message']]).toEqual([400, sentence])
  })
})
