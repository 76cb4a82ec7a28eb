import { expect, test } from 'vitest'
import { readTenants } from './listed-tenant.ts'

test('Tenants are told by id, name and domains, the one they go by first', () => {
  const body = {
    value: [
      {
        tenantId: 'A70A1586-9C4A-4373-B907-1D310660DBD1',
        displayName: 'Fabrikam',
        defaultDomain: 'fabrikam.com',
        domains: ['fabrikam.onmicrosoft.com', 'fabrikam.com'],
        tenantCategory: 'Home',
      },
    ],
  }
  expect(readTenants(body)).toEqual([
    {
      tenantId: 'a70a1586-9c4a-4373-b907-1d310660dbd1',
      name: 'Fabrikam',
      domains: ['fabrikam.com', 'fabrikam.onmicrosoft.com'],
    },
  ])
})

test('A tenant that is only managed from elsewhere has no guest in it', () => {
  expect(readTenants({ value: [{ tenantId: 'a', tenantCategory: 'ManagedBy' }] })).toEqual([])
})

test('A tenant that keeps its name to itself is named by its domain, else by its id', () => {
  const body = { value: [{ tenantId: 'a', defaultDomain: 'tailspin.com' }, { tenantId: 'b' }] }
  expect(readTenants(body).map(({ name }) => name)).toEqual(['tailspin.com', 'b'])
})

test.each([undefined, null, 'no', {}, { value: 7 }, { value: [null, 7, {}] }])(
  'What is no list of tenants is an empty one: %j',
  (body) => {
    expect(readTenants(body)).toEqual([])
  },
)
