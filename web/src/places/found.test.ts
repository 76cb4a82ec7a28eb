import type { OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { expect, test } from 'vitest'
import type { Call } from '../call.ts'
import { Failure, type FailureCode } from '../failure.ts'
import { findTenants } from './found.ts'
import { listPlaces } from './place.ts'

const grace = 'object.adatum'
const [contoso, fabrikam] = [organization('contoso'), organization('fabrikam')]
const tenants = ['adatum', 'contoso', 'fabrikam', 'tailspin'].map((tenantId) => ({
  tenantId,
  name: `${tenantId} by Microsoft`,
  domains: [`${tenantId}.com`],
}))

test('Fabrikam is found by its domain, and Tailspin is told not to use Foyer', async () => {
  const { found, asked, isComplete } = await find({ 'fabrikam.com': fabrikam })
  expect(found).toEqual({ contoso: 'contoso', fabrikam: 'fabrikam', tailspin: undefined })
  expect(isComplete).toBe(true)
  // Contoso stands on a card already, so that its domain costs no look-up.
  expect(asked).toEqual(['contoso', 'fabrikam.com', 'tailspin.com'])
})

test.each(['too-many-requests', 'network-failed'] satisfies FailureCode[])(
  'where a look-up ends with %s, nobody says that Fabrikam does not use Foyer',
  async (code) => {
    const { found, isComplete } = await find({ 'fabrikam.com': code })
    expect(found).toEqual({ contoso: 'contoso', tailspin: undefined })
    expect(isComplete).toBe(false)
  },
)

test('another organization that answers to the domain of a tenant is not that tenant', async () => {
  const { found } = await find({ 'fabrikam.com': fabrikam, 'tailspin.com': fabrikam })
  expect(found).toHaveProperty('tailspin', undefined)
})

test('where Contoso itself cannot be asked, the search is not over', async () => {
  const { found, isComplete } = await find({ contoso: 'timed-out' })
  expect(found).toEqual({})
  expect(isComplete).toBe(false)
})

/** Searches as Grace, whose browser knows Contoso; look-ups answer as given, or with not found. */
async function find(answers: Readonly<Record<string, OrganizationLocation | FailureCode>>) {
  const asked: string[] = []
  const lookUp = async (_: unknown, { query }: { query: { name: string } }) => {
    asked.push(query.name)
    const answer = { contoso, ...answers }[query.name] ?? 'organization-not-found'
    if (typeof answer === 'string') throw new Failure(answer)
    return answer
  }
  const places = listPlaces({
    accounts: [{ accountId: grace, mark: 'mark' }],
    remembered: [{ organization: contoso, accountMarks: ['mark'] }],
    lookedUp: [],
    left: [],
  })
  const session = { listTenants: async () => tenants }
  const findings = await findTenants(grace, places, session, lookUp as unknown as Call)
  const found = findings.tenants.map((one) => [one.tenantId, one.organization?.slug])
  return { found: Object.fromEntries(found) as unknown, asked, isComplete: findings.isComplete }
}

function organization(slug: string): OrganizationLocation {
  return {
    organizationId: slug as OrganizationId,
    slug,
    name: slug,
    listsOtherOrganizations: true,
  }
}
