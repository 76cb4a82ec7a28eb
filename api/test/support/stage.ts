import type { Directory } from '@foyer/directory/directory'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Store } from '../../src/store/store.ts'

/** Lets whoever is on the stage wait for their turn. */
export type Gate = () => Promise<void>

/** Somebody whose work stops at each gate until it is their turn again. */
export interface Actor {
  readonly hasEnded: boolean
  /** Lets them go on to their next gate, or to their end. */
  go(): Promise<void>
}

export async function enterStage(play: (gate: Gate) => Promise<void>): Promise<Actor> {
  let turn = Promise.withResolvers<void>()
  let stop = Promise.withResolvers<void>()
  let hasEnded = false
  const gate = async () => {
    const waiting = turn.promise
    stop.resolve()
    await waiting
  }
  const playing = play(gate).finally(() => {
    hasEnded = true
    stop.resolve()
  })
  await stop.promise
  return {
    get hasEnded() {
      return hasEnded
    },
    async go() {
      stop = Promise.withResolvers()
      const mine = turn
      turn = Promise.withResolvers()
      mine.resolve()
      await stop.promise
      if (hasEnded) await playing
    },
  }
}

/**
 * Plays every order in which the actors of a scene can take their turns, each in a scene of its own.
 *
 * @returns how many there were.
 */
export async function playEveryOrder(
  open: () => Promise<{ readonly actors: readonly Actor[]; readonly close: () => Promise<void> }>,
): Promise<number> {
  let choices: { taken: number; of: number }[] = []
  for (let played = 1; ; played += 1) {
    const { actors, close } = await open()
    for (let depth = 0; ; depth += 1) {
      const able = actors.filter(({ hasEnded }) => !hasEnded)
      if (able.length === 0) break
      choices[depth] ??= { taken: 0, of: able.length }
      await able[choices[depth]?.taken ?? 0]?.go()
    }
    await close()
    // The last choice that has another way to go goes it; what came after is chosen anew.
    while (choices.length > 0 && (choices.at(-1)?.taken ?? 0) + 1 >= (choices.at(-1)?.of ?? 0)) {
      choices.pop()
    }
    const last = choices.at(-1)
    if (!last) return played
    choices = [...choices.slice(0, -1), { ...last, taken: last.taken + 1 }]
  }
}

/** A store at whose every transaction one waits for one's turn. */
export function gatedStore(store: Store, gate: Gate): Store {
  return {
    ...store,
    async asOrganization(organizationId, work) {
      await gate()
      return store.asOrganization(organizationId, work)
    },
  }
}

type Method = (...parameters: never[]) => Promise<unknown>

/** A directory at some of whose operations one waits for one's turn. */
export function gatedDirectory(
  directory: Directory,
  gate: Gate,
  operations: readonly (keyof OrganizationDirectory)[],
): Directory {
  return {
    ...directory,
    of(...parameters) {
      const real = directory.of(...parameters)
      const gated = operations.map((operation) => {
        const method = real[operation] as Method
        return [
          operation,
          async (...given: never[]) => {
            await gate()
            return method(...given)
          },
        ]
      })
      return { ...real, ...(Object.fromEntries(gated) as Partial<OrganizationDirectory>) }
    },
  }
}
