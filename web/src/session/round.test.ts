import { beforeEach, expect, test } from 'vitest'
import { createRound } from './round.ts'

let stored: Map<string, string>
const storage = (): Storage =>
  ({
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  }) as unknown as Storage

const contoso = {
  organization: { organizationId: 'c', slug: 'contoso', name: 'Contoso' },
  accountId: 'grace.adatum',
} as const
const fabrikam = {
  organization: { organizationId: 'f', slug: 'fabrikam', name: 'Fabrikam' },
  accountId: 'grace.adatum',
} as const
const omarAtContoso = { ...contoso, accountId: 'omar.home' }

beforeEach(() => {
  stored = new Map()
})

test('a round is kept whole, and each part is noted by itself', () => {
  createRound(storage()).begin([contoso, omarAtContoso, fabrikam] as never)
  createRound(storage()).note({ ...contoso, receipt: '/receipts/a' } as never)
  createRound(storage()).note({ ...fabrikam, failure: { code: 'directory-busy' } } as never)
  expect(createRound(storage()).list()).toEqual([
    { ...contoso, receipt: '/receipts/a' },
    omarAtContoso,
    { ...fabrikam, failure: { code: 'directory-busy' } },
  ])
})

test('a new round takes the place of the last, and nothing of it', () => {
  const round = createRound(storage())
  round.begin([{ ...contoso, receipt: '/receipts/a' }] as never)
  expect(round.list()).toEqual([contoso])
  round.forget()
  expect(round.list()).toEqual([])
})

test('what cannot be read is as good as no round', () => {
  for (const value of ['{', 'null', '{}', '[null]', '[{}]', '[{"accountId":"a"}]']) {
    stored.set('foyer.round', value)
    expect(createRound(storage()).list()).toEqual([])
  }
})
