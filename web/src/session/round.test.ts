import type { OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { beforeEach, expect, test } from 'vitest'
import { inMemory } from '../../test/in-memory.ts'
import { createRound } from './round.ts'

let storage: Storage

function locationOf(organizationId: string, slug: string, name: string): OrganizationLocation {
  return {
    organizationId: organizationId as OrganizationId,
    slug,
    name,
    listsOtherOrganizations: false,
  }
}

const contoso = {
  organization: locationOf('c', 'contoso', 'Contoso'),
  accountId: 'grace.adatum',
}
const fabrikam = {
  organization: locationOf('f', 'fabrikam', 'Fabrikam'),
  accountId: 'grace.adatum',
}
const omarAtContoso = { ...contoso, accountId: 'omar.home' }

beforeEach(() => {
  storage = inMemory()
})

test('a round is kept whole, and each part is noted by itself', () => {
  createRound(storage).begin([contoso, omarAtContoso, fabrikam])
  createRound(storage).note({ ...contoso, receipt: '/receipts/a' })
  createRound(storage).note({ ...fabrikam, failure: { code: 'directory-busy' } })
  expect(createRound(storage).list()).toEqual([
    { ...contoso, receipt: '/receipts/a' },
    omarAtContoso,
    { ...fabrikam, failure: { code: 'directory-busy' } },
  ])
})

test('a new round takes the place of the last, and nothing of it', () => {
  const round = createRound(storage)
  const again = { ...contoso, receipt: '/receipts/a' }
  round.begin([again])
  expect(round.list()).toEqual([contoso])
  round.forget()
  expect(round.list()).toEqual([])
})

test('what cannot be read is as good as no round', () => {
  for (const value of ['{', 'null', '{}', '[null]', '[{}]', '[{"accountId":"a"}]']) {
    storage.setItem('foyer.round', value)
    expect(createRound(storage).list()).toEqual([])
  }
})
