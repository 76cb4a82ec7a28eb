import type { Slug, World } from './world.ts'

/** Numbers that are the same in every run. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    // Marsaglia, "Xorshift RNGs", 2003.
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

type Row = Readonly<Record<string, unknown>>

/** What administrators do all day long, at random, in one organization. */
export interface Churn {
  /** @returns how many of the steps the directory carried out; the others it refused. */
  step(times: number): Promise<number>
}

export async function startChurn(
  world: World,
  slug: Slug,
  random: (below: number) => number,
): Promise<Churn> {
  const value = async (path: string) =>
    (await world.graph<{ value: Row[] }>(path, slug)).value.map(({ id }) => String(id))
  const pick = (ids: readonly string[]) => ids[random(ids.length)] ?? ''
  const people = await value("/users?$filter=userType eq 'Guest'&$select=id&$top=999")
  const groups = await value('/groups?$select=id&$top=999')
  const address = (id: string) => ({
    '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
  })
  let names = 0

  async function createGroup(): Promise<void> {
    names += 1
    const isUnified = random(2) === 0
    await world.changeDirectory(
      'POST',
      '/groups',
      {
        displayName: `Group ${names}`,
        mailEnabled: isUnified,
        mailNickname: `group-${names}`,
        securityEnabled: !isUnified,
        groupTypes: isUnified ? ['Unified'] : [],
      },
      slug,
    )
    const known = new Set(groups)
    const found = (await value('/groups?$select=id&$top=999')).filter((id) => !known.has(id))
    groups.push(...found)
  }

  const change = async (method: string, path: string, body?: object) =>
    world.changeDirectory(method, path, body, slug)
  const person = () => `/users/${pick(people)}`
  const group = () => `/groups/${pick(groups)}`
  const steps: readonly (() => Promise<void>)[] = [
    async () => change('PATCH', person(), { displayName: `Name ${random(1_000)}` }),
    async () => change('PATCH', person(), { accountEnabled: random(2) === 0 }),
    async () => change('PATCH', person(), { userType: random(3) === 0 ? 'Member' : 'Guest' }),
    async () => change('DELETE', person()),
    async () => change('POST', `/directory/deletedItems/${pick(people)}/restore`),
    async () => change('POST', `/directory/deletedItems/${pick(people)}/restore`),
    async () => change('PATCH', group(), { displayName: `Group name ${random(1_000)}` }),
    async () => change('DELETE', group()),
    async () => change('POST', `/directory/deletedItems/${pick(groups)}/restore`),
    async () => change('POST', `${group()}/members/$ref`, address(pick(people))),
    async () => change('POST', `${group()}/members/$ref`, address(pick(people))),
    async () => change('POST', `${group()}/members/$ref`, address(pick(people))),
    async () => change('DELETE', `${group()}/members/${pick(people)}/$ref`),
    async () => change('POST', `${group()}/members/$ref`, address(pick(groups))),
    async () => change('DELETE', `${group()}/members/${pick(groups)}/$ref`),
    async () => change('POST', `${group()}/owners/$ref`, address(pick(people))),
    async () => change('DELETE', `${group()}/owners/${pick(people)}/$ref`),
    createGroup,
  ]

  return {
    async step(times) {
      let done = 0
      for (let left = times; left > 0; left -= 1) {
        const step = steps[random(steps.length)] ?? createGroup
        done += await step().then(
          () => 1,
          () => 0,
        )
      }
      return done
    },
  }
}
