import { expect, test } from 'vitest'
import { groupAccounts } from './accounts.ts'

test('Grace is one account in three tenants; Omar is one though nothing in his tokens says so', () => {
  const accounts = groupAccounts([
    profile('grace.adatum', 'contoso', 'grace@adatum.com', 'Grace Adeyemi'),
    profile('grace.adatum', 'fabrikam', 'grace@adatum.com', 'Grace Adeyemi'),
    profile('omar.contoso', 'contoso', 'omar@outlook.example', 'Omar Haddad'),
    profile('omar.fabrikam', 'fabrikam', 'Omar@outlook.example'),
  ])
  expect(accounts).toEqual([
    {
      accountIds: ['grace.adatum'],
      name: 'Grace Adeyemi',
      mail: 'grace@adatum.com',
      tenantIds: ['contoso', 'fabrikam'],
    },
    {
      accountIds: ['omar.contoso', 'omar.fabrikam'],
      name: 'Omar Haddad',
      mail: 'Omar@outlook.example',
      tenantIds: ['contoso', 'fabrikam'],
    },
  ])
})

function profile(homeAccountId: string, tenantId: string, username: string, name?: string) {
  return { homeAccountId, tenantId, username, ...(name ? { name } : {}) }
}
