import { beginProgress, type ProbeProgress } from '@foyer/directory/probe/progress'
import type { Visit } from '@foyer/directory/probe/sign-ins'
import { variantsOfWorld } from '@foyer/simulator/worlds'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openProbedWorld, type ProbedWorld } from './probed-world.ts'

let world: ProbedWorld

beforeAll(async () => {
  world = await openProbedWorld()
})
beforeEach(() => world.begin(variantsOfWorld('pessimist')))
afterAll(async () => world[Symbol.asyncDispose]())

const contoso = () => {
  const [organization] = world.setting.organizations
  if (organization?.slug !== 'contoso') throw new Error('Contoso is the first of them.')
  return organization
}

async function list(path: string): Promise<Record<string, unknown>[]> {
  const authorization = `Bearer ${await contoso().powers.operator?.get()}`
  const reply = await fetch(`${world.simulator.url}/v1.0${path}`, { headers: { authorization } })
  return ((await reply.json()) as { value: Record<string, unknown>[] }).value
}

/** All of Contoso that the probe could have touched. */
async function look() {
  const [bea] = await list("/users?$filter=mail eq 'bea@outlook.example'")
  return {
    users: await list('/users?$top=999&$select=id,displayName,jobTitle'),
    groups: await list('/groups?$top=999&$select=id,displayName'),
    sponsors: (await list(`/users/${String(bea?.['id'])}/sponsors`)).map(({ id }) => id),
    units: await list('/directory/administrativeUnits'),
    roles: await list('/roleManagement/directory/roleAssignments'),
    policies: await list('/identity/conditionalAccess/policies'),
  }
}

async function changes(): Promise<string[]> {
  const reply = await fetch(`${world.simulator.url}/simulator/effects`)
  const effects = (await reply.json()) as { what: string }[]
  return effects.map(({ what }) => what).filter((what) => !what.startsWith('sign'))
}

describe('the probe', { timeout: 30_000 }, () => {
  test.each(['pessimist', 'optimist'] as const)('leaves Contoso as it was: %s', async (name) => {
    world.begin(variantsOfWorld(name))
    const before = await look()
    await world.ask()
    expect(await look()).toEqual(before)
    expect((await changes()).length).toBeGreaterThan(10)
  })

  test('changes nothing without the word of the operator', async () => {
    const agreed: string[] = []
    const agree = async (what: string) => {
      agreed.push(what)
      return false
    }
    const findings = await world.ask({ ports: { agree } })
    expect(await changes()).toEqual([])
    const refused = findings.filter(
      ({ reading }) =>
        reading && 'notFoundOut' in reading && /nobody agreed/.test(reading.notFoundOut),
    )
    expect(refused).toHaveLength(agreed.length)
    expect(agreed).toHaveLength(14)
  })

  test('goes on from what it kept, and asks nobody twice to sign in', async () => {
    const visits: Visit[] = []
    const visit = async (one: Visit) => {
      visits.push(one)
      return world.ports.visit(one)
    }
    let kept = JSON.stringify(beginProgress())
    const save = async (progress: ProbeProgress) => {
      kept = JSON.stringify(progress)
    }
    const only = ['deletedSecurityGroups', 'restoreBrings', 'authTime.work', 'deltaExpired']
    const runOnce = async () =>
      world.ask({
        only,
        progress: JSON.parse(kept) as ProbeProgress,
        ports: { visit, save, pass: async () => false },
      })
    for (let runs = 1; runs < 12; runs += 1) {
      const next = (await runOnce()).flatMap(({ waitsUntil }) => waitsUntil ?? []).toSorted()[0]
      if (next === undefined) break
      world.simulator.clock.set(new Date(next))
    }
    const readings = (await runOnce()).map(({ reading }) => reading)
    expect(readings).toEqual([
      { found: 'absent' },
      { found: '400' },
      { found: 'groups-only' },
      { found: 'lost' },
    ])
    expect(visits.map(({ guest: { mail } }) => mail)).toEqual([
      'grace@adatum.com',
      'grace@adatum.com',
    ])
    const made = (await changes()).filter((what) => what === 'group-created')
    expect(made).toHaveLength(1)
  })

  test('forgets the tokens of guests once the last question is answered', async () => {
    const progress = beginProgress()
    await world.ask({ progress })
    expect(JSON.stringify(progress)).not.toMatch(/"(refreshToken|accessToken|token)"/)
  })

  test('takes back what was begun when it is given up', async () => {
    const before = await look()
    const progress = beginProgress()
    const only = ['restoreBrings', 'unitMembershipDelay']
    await world.ask({ only, progress, ports: { pass: async () => false } })
    expect(await look()).not.toEqual(before)
    const findings = await world.ask({ only, progress, isGivenUp: true })
    expect(findings.map(({ reading }) => reading)).toEqual([
      { notFoundOut: 'it was given up' },
      { notFoundOut: 'it was given up' },
    ])
    expect(await look()).toEqual(before)
  })

  test('says what it could not take back, and takes it back the next time', async () => {
    const progress = beginProgress()
    const only = ['deletedSecurityGroups']
    world.begin({ ...variantsOfWorld('pessimist'), deletedSecurityGroups: 'restorable' })
    await world.ask({ only, progress, ports: { pass: async () => false } })
    // Until the deletion settles, the operator loses the power to delete.
    const { operator, ...powers } = contoso().powers
    const lost = { organizations: [{ ...contoso(), powers }] }
    const [left] = await world.ask({ only, progress, setting: lost, isGivenUp: true })
    expect(left?.leftBehind).toBe('needs an organization with an operator')
    expect(operator).toBeDefined()
    const [again] = await world.ask({ only, progress })
    expect(again).toMatchObject({ reading: { notFoundOut: 'it was given up' } })
    expect(again?.leftBehind).toBeUndefined()
  })

  test('touches nobody who is no guest, whatever the file says', async () => {
    const sam = world.setting.guests.map((guest) =>
      guest.mail === 'bea@outlook.example' ? { ...guest, mail: 'sam@contoso.com' } : guest,
    )
    const only = ['restoreBrings', 'unitScopedKeeper.delete', 'rolesInMemberOf']
    const findings = await world.ask({ only, setting: { guests: sam } })
    for (const { reading } of findings) {
      expect(reading).toEqual({ notFoundOut: 'sam@contoso.com is not one guest of contoso' })
    }
    expect(await changes()).toEqual([])
  })

  test('says of a keeper without its role that it has none, not that it is refused', async () => {
    const { keeper, ...others } = contoso().powers
    const powers = { ...others, ...(keeper ? { keeper: { ...keeper, get: noRight } } : {}) }
    const [finding] = await world.ask({
      only: ['unitScopedKeeper.delete'],
      setting: { organizations: [{ ...contoso(), powers }] },
    })
    expect(finding?.reading).toEqual({ notFoundOut: 'the keeper has no role over this guest' })
  })

  test('does not take silence for an answer where it was not listening', async () => {
    const progress = beginProgress()
    const only = ['reauthorizationNotice']
    await world.ask({ only, progress, ports: { pass: async () => false } })
    const notices = world.ports.notices && { ...world.ports.notices, listenerId: 'another' }
    const [finding] = await world.ask({ only, progress, ports: { notices } })
    expect(finding?.reading).toMatchObject({
      notFoundOut: expect.stringContaining('was away while it had to listen') as string,
    })
  })
})

async function noRight(): Promise<string> {
  return world.simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: contoso().organizationId,
    appid: 'an app without a role',
    exp: Math.floor(world.ports.now().getTime() / 1000) + 3600,
  })
}
