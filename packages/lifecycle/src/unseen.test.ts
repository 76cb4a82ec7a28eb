import { unseenThings } from '@foyer/contracts/unseen'
import { expect, test } from 'vitest'
import { type Sight, unseenOf } from './unseen.ts'

const everything: Sight = { apps: 'seen', hasHiddenGroup: true, isSyncedFromHome: false }
const always = unseenOf(everything)

test('where Foyer may read all it can, single shares and other services stay unseen', () => {
  expect(always).toEqual([
    'open-apps',
    'access-packages',
    'shared-content',
    'shared-channels',
    'azure-roles',
    'other-services',
  ])
})

test.each([
  [{ apps: 'forbidden' }, ['apps']],
  [{ apps: 'unanswered' }, ['apps-unanswered']],
  [{ hasHiddenGroup: false }, ['hidden-groups']],
  [{ isSyncedFromHome: undefined }, ['return-by-sync']],
  [{ isSyncedFromHome: true }, []],
] as const)('with %j it adds %j', (change, added) => {
  expect(unseenOf({ ...everything, ...change })).toEqual([...added, ...always])
})

test('nobody is told twice that apps are unseen, and everything that can be unseen may be said', () => {
  const said = (['seen', 'forbidden', 'unanswered'] as const).map((apps) =>
    unseenOf({ apps, hasHiddenGroup: false, isSyncedFromHome: undefined }),
  )
  for (const things of said) expect(new Set(things).size).toBe(things.length)
  expect(new Set(said.flat())).toEqual(new Set(unseenThings))
})
