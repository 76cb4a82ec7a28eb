type Factors = Readonly<Record<string, readonly string[]>>
export type Choice = Readonly<Record<string, string>>

/**
 * A small set of choices in which every two possibilities of different factors meet at least once.
 * Greedy and without chance: the same factors give the same choices in the same order. Each choice
 * begins with the first pair that has not met and takes, factor by factor, what lets most new
 * pairs meet, now or later (after AETG; Cohen, Dalal, Fredman, Patton 1997).
 */
export function pairwise(factors: Factors): Choice[] {
  // What has most possibilities is chosen first, while there is most freedom.
  const ordered = Object.entries(factors).toSorted(([, a], [, b]) => b.length - a.length)
  const unmet = everyPair(ordered)
  const choices: Choice[] = []
  for (let first = firstOf(unmet); first !== undefined; first = firstOf(unmet)) {
    const choice = complete(ordered, first, unmet)
    for (const pair of pairsAmong(Object.entries(choice))) unmet.delete(keyOf(pair))
    choices.push(choice)
  }
  return choices
}

type Factor = readonly [name: string, values: readonly string[]]
type Possibility = readonly [name: string, value: string]
type Pair = readonly [Possibility, Possibility]

function complete(
  factors: readonly Factor[],
  first: Pair,
  unmet: ReadonlyMap<string, Pair>,
): Record<string, string> {
  const choice: Record<string, string> = Object.fromEntries(first)
  for (const [name, values] of factors) {
    if (name in choice) continue
    const open = factors.filter(([other]) => other !== name && !(other in choice))
    const gains = values.map((value) => {
      const meets = (other: Possibility) => unmet.has(keyOf([other, [name, value]]))
      const now = Object.entries(choice).filter(meets).length
      const later = open.flatMap(([other, its]) => its.map((one): Possibility => [other, one]))
      // One pair now outweighs all that may come.
      return now + later.filter(meets).length / (later.length + 1)
    })
    choice[name] = values[gains.indexOf(Math.max(...gains))] ?? ''
  }
  return choice
}

function everyPair(factors: readonly Factor[]): Map<string, Pair> {
  const possibilities = factors.flatMap(([name, values]) =>
    values.map((value): Possibility => [name, value]),
  )
  return new Map(pairsAmong(possibilities).map((pair) => [keyOf(pair), pair]))
}

function pairsAmong(possibilities: readonly Possibility[]): Pair[] {
  return possibilities.flatMap((one, at) =>
    possibilities
      .slice(at + 1)
      .filter(([name]) => name !== one[0])
      .map((other): Pair => [one, other]),
  )
}

/** The same for both orders of a pair. */
function keyOf(pair: Pair): string {
  return pair
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join(' ')
}

function firstOf(pairs: ReadonlyMap<string, Pair>): Pair | undefined {
  return pairs.values().next().value
}
