import type { OrganizationId } from '@foyer/contracts/ids'
import { beforeEach, expect, test } from 'vitest'
import { createRemembered } from './remembered.ts'

const contoso = {
  organizationId: 'c' as OrganizationId,
  slug: 'contoso',
  name: 'Contoso',
  listsOtherOrganizations: false,
}
const fabrikam = {
  organizationId: 'f' as OrganizationId,
  slug: 'fabrikam',
  name: 'Fabrikam',
  listsOtherOrganizations: false,
}

const key = 'foyer.organizations'

beforeEach(() => sessionStorage.clear())

test('the organization opened last comes first, and each once', () => {
  const remembered = createRemembered(sessionStorage, key)
  remembered.add(contoso)
  remembered.add(fabrikam)
  remembered.add({ ...contoso, name: 'Contoso Ltd' })
  expect(remembered.list().map(({ organization }) => organization)).toEqual([
    { ...contoso, name: 'Contoso Ltd' },
    fabrikam,
  ])
})

test('only the organization is written down, whatever stands beside it', () => {
  createRemembered(sessionStorage, key).add(
    Object.assign({ mail: 'grace@adatum.com', token: 'eyJ' }, contoso),
  )
  expect(sessionStorage.getItem(key)).not.toMatch(/grace|eyJ/)
})

test('forgotten is forgotten', () => {
  const remembered = createRemembered(sessionStorage, key)
  remembered.add(contoso)
  remembered.forgetAll()
  expect([remembered.list(), sessionStorage.length]).toEqual([[], 0])
})

test.each(['not JSON', '{}', 'null', '[1, {"slug": "x"}, null]'])(
  'what somebody else has written there is passed over: %s',
  (text) => {
    sessionStorage.setItem(key, text)
    expect(createRemembered(sessionStorage, key).list()).toEqual([])
  },
)
