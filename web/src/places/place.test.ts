import type { OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { expect, test } from 'vitest'
import { listAdded, listPlaces } from './place.ts'

const contoso = organization('Contoso')
const fabrikam = organization('Fabrikam')
const woodgrove = organization('Woodgrove Bank')
const grace = { accountId: 'grace.adatum', mark: 'mark-of-grace' }
const omar = { accountId: 'omar.contoso', mark: 'mark-of-omar' }

test('Grace sees the organizations where this browser got a token of hers, by name', () => {
  const places = list({
    accounts: [grace],
    remembered: [known(fabrikam, grace), known(contoso, grace)],
  })
  expect(places).toEqual([
    ['Contoso', ['grace.adatum']],
    ['Fabrikam', ['grace.adatum']],
  ])
})

test('Omar is never tried where only Grace was', () => {
  const places = list({
    accounts: [omar],
    remembered: [known(contoso, omar), known(fabrikam, grace)],
  })
  expect(places).toEqual([
    ['Contoso', ['omar.contoso']],
    ['Fabrikam', []],
  ])
})

test('Where both belong, each has a card', () => {
  const places = list({
    accounts: [grace, omar],
    remembered: [known(contoso, grace, omar)],
  })
  expect(places).toEqual([
    ['Contoso', ['grace.adatum']],
    ['Contoso', ['omar.contoso']],
  ])
})

test('What a link named is asked once with everybody, and stands once', () => {
  const places = list({
    accounts: [grace, omar],
    remembered: [known(contoso, grace)],
    lookedUp: [known(woodgrove), known(contoso)],
  })
  expect(places).toEqual([
    ['Contoso', ['grace.adatum']],
    ['Woodgrove Bank', ['grace.adatum', 'omar.contoso']],
  ])
})

test('Whoever has left an organization sees it no more, and nobody else loses it', () => {
  const places = list({
    accounts: [grace, omar],
    remembered: [known(contoso, grace, omar), known(fabrikam, grace)],
    lookedUp: [known(fabrikam)],
    left: [
      { organizationId: contoso.organizationId, accountId: grace.accountId },
      { organizationId: fabrikam.organizationId, accountId: grace.accountId },
    ],
  })
  expect(places).toEqual([['Contoso', ['omar.contoso']]])
})

test('What Resource Manager tells adds only what was not known', () => {
  const places = listPlaces({
    accounts: [grace],
    remembered: [known(contoso, grace)],
    lookedUp: [],
    left: [],
  })
  const added = listAdded(places, [
    { organization: contoso, accountId: grace.accountId },
    { organization: fabrikam, accountId: grace.accountId },
  ])
  expect(added.map(({ organization, isWanted }) => [organization.name, isWanted])).toEqual([
    ['Fabrikam', false],
  ])
})

function organization(name: string): OrganizationLocation {
  const slug = name.toLowerCase().replaceAll(' ', '-')
  return {
    organizationId: `id-of-${slug}` as OrganizationId,
    slug,
    name,
    listsOtherOrganizations: true,
  }
}

function known(place: OrganizationLocation, ...people: { mark: string }[]) {
  return { organization: place, accountMarks: people.map(({ mark }) => mark) }
}

function list(given: Partial<Parameters<typeof listPlaces>[0]>) {
  const nothing = { accounts: [], remembered: [], lookedUp: [], left: [] }
  return listPlaces({ ...nothing, ...given }).map(({ organization: { name }, accountIds }) => [
    name,
    accountIds,
  ])
}
