import { expect, test } from 'vitest'
import {
  countsAsSponsor,
  evidences,
  isOrphan,
  mostSponsors,
  movesOnAt,
  orderCandidates,
  whoMakesRoom,
} from './succession.ts'

// Who is asked to vouch for a guest next, and when that moves on.

test('whoever is blocked, gone, or a guest vouches for nobody', () => {
  expect(countsAsSponsor({ kind: 'member', isEnabled: true })).toBe(true)
  expect(countsAsSponsor({ kind: 'member', isEnabled: false })).toBe(false)
  for (const kind of ['guest', 'external-member', 'internal-guest'] as const) {
    expect(countsAsSponsor({ kind, isEnabled: true })).toBe(false)
  }
  expect(countsAsSponsor(undefined)).toBe(false)
})

test('a guest is an orphan where no person counts and no group answers', () => {
  expect(isOrphan([])).toBe(true)
  expect(isOrphan([{ kind: 'person', counts: false }])).toBe(true)
  expect(
    isOrphan([
      { kind: 'person', counts: false },
      { kind: 'person', counts: true },
    ]),
  ).toBe(false)
  expect(isOrphan([{ kind: 'group', counts: false }])).toBe(false)
})

test('in whatever order they are found, the best evidence is asked first, each once, nobody who is left out', () => {
  const people = ['a', 'b', 'c', 'd', 'LEAVES', 'asked']
  let seed = 7
  const random = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most
  for (let round = 0; round < 500; round += 1) {
    const found = Array.from({ length: random(12) }, () => ({
      personId: people[random(people.length)] ?? '',
      evidence: evidences[random(evidences.length)] ?? 'manager',
    }))
    const ordered = orderCandidates(found, ['leaves', 'Asked', null])
    const ids = ordered.map(({ personId }) => personId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).not.toContain('LEAVES')
    expect(ids).not.toContain('asked')
    const places = ordered.map(({ evidence }) => evidences.indexOf(evidence))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    const wanted = new Set(
      found.map(({ personId }) => personId).filter((id) => !['LEAVES', 'asked'].includes(id)),
    )
    expect(new Set(ids)).toEqual(wanted)
  }
})

test('whoever vouches too is asked before who invited, and they before owners of groups and the manager', () => {
  const found = (['manager', 'group-owner', 'inviter', 'co-sponsor', 'named'] as const).map(
    (evidence) => ({ personId: `by ${evidence}`, evidence }),
  )
  expect(orderCandidates(found, []).map(({ evidence }) => evidence)).toEqual([
    'named',
    'co-sponsor',
    'inviter',
    'group-owner',
    'manager',
  ])
  const twice = [...found, { personId: 'by manager', evidence: 'inviter' as const }]
  expect(orderCandidates(twice, []).filter(({ personId }) => personId === 'by manager')).toEqual([
    { personId: 'by manager', evidence: 'inviter' },
  ])
  expect(orderCandidates([{ personId: 'GUEST', evidence: 'inviter' }], ['guest'])).toEqual([])
})

test('there are at most five: at five whoever leaves makes room, else one who does not count, else nobody', () => {
  const five = ['A', 'b', 'c', 'd', 'e']
  expect(five).toHaveLength(mostSponsors)
  expect(whoMakesRoom(five.slice(1), { leaves: 'b', notCounting: ['c'] })).toBe('enough')
  expect(whoMakesRoom(five, { leaves: 'a', notCounting: ['c'] })).toEqual({ by: 'A' })
  expect(whoMakesRoom(five, { leaves: 'x', notCounting: ['c'] })).toEqual({ by: 'c' })
  expect(whoMakesRoom(five, { leaves: null, notCounting: [] })).toBe('none')
})

test('the question moves on after a week', () => {
  expect(movesOnAt(new Date('2026-11-27T09:00:00Z'))).toEqual(new Date('2026-12-04T09:00:00Z'))
})
