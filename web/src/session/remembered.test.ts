import type { OrganizationId } from '@foyer/contracts/ids'
import { beforeEach, expect, test } from 'vitest'
import { createRemembered, markOf, type Remembered } from './remembered.ts'

const contoso = {
  organizationId: 'id-of-contoso' as OrganizationId,
  slug: 'contoso',
  name: 'Contoso',
  listsOtherOrganizations: true,
}
let kept: Map<string, string>
let remembered: Remembered

beforeEach(() => {
  kept = new Map()
  remembered = createRemembered(
    {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as Storage,
    'known',
  )
})

test('A browser remembers that Grace and Omar were at Contoso, and forgets one alone', () => {
  remembered.add(contoso, 'grace')
  remembered.add(contoso, 'omar')
  expect(remembered.list()).toEqual([{ organization: contoso, accountMarks: ['grace', 'omar'] }])
  remembered.forget('id-of-contoso', 'grace')
  expect(remembered.list()).toEqual([{ organization: contoso, accountMarks: ['omar'] }])
  remembered.forget('id-of-contoso', 'omar')
  expect(remembered.list()).toEqual([])
})

test('What an older Foyer or a curious person wrote does no harm', () => {
  kept.set('known', '{')
  expect(remembered.list()).toEqual([])
  kept.set('known', '[7, null, {"slug": "x"}, {"organizationId": "a", "slug": "b", "name": "c"}]')
  expect(remembered.list()).toEqual([
    {
      organization: { organizationId: 'a', slug: 'b', name: 'c', listsOtherOrganizations: false },
      accountMarks: [],
    },
  ])
})

test('A mark tells accounts apart and does not hold their ids', async () => {
  const [grace, omar] = await Promise.all([markOf('grace.adatum'), markOf('omar.contoso')])
  expect(grace).toMatch(/^[\w-]{12}$/)
  expect(grace).not.toBe(omar)
  expect(await markOf('grace.adatum')).toBe(grace)
})
