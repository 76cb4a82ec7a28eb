import type { Tenant } from '../world/tenant.ts'
import { notFound } from './graph-error.ts'
import { type Call, contextOf, type GraphOperation, param } from './operation.ts'
import type { Properties } from './properties.ts'

export const organizationOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/organization',
    answer: (call) => ({
      status: 200,
      body: { '@odata.context': contextOf(call, 'organization'), value: [render(call)] },
    }),
  },
  {
    method: 'GET',
    path: '/organization/{organization}',
    answer(call) {
      const id = param(call, 'organization')
      if (id.toLowerCase() !== call.tenant.tenantId) throw notFound(id)
      return {
        status: 200,
        body: { '@odata.context': contextOf(call, 'organization/$entity'), ...render(call) },
      }
    },
  },
]

function render({ tenant, query }: Call): Properties {
  const everything = propertiesOf(tenant)
  if (!query.select) return everything
  const wanted = new Set(query.select.map((name) => name.toLowerCase()))
  return Object.fromEntries(
    Object.entries(everything).filter(([name]) => wanted.has(name.toLowerCase())),
  )
}

function propertiesOf(tenant: Tenant): Properties {
  return {
    id: tenant.tenantId,
    deletedDateTime: null,
    businessPhones: [],
    city: null,
    country: null,
    countryLetterCode: tenant.countryCode,
    createdDateTime: tenant.createdDateTime,
    displayName: tenant.name,
    onPremisesLastSyncDateTime: null,
    onPremisesSyncEnabled: null,
    postalCode: null,
    preferredLanguage: 'en',
    privacyProfile: tenant.privacyProfile ?? { contactEmail: null, statementUrl: null },
    state: null,
    street: null,
    technicalNotificationMails: [`it@${tenant.domains[0]}`],
    tenantType: 'AAD',
    verifiedDomains: tenant.domains.map((name, index) => ({
      capabilities: 'Email, OfficeCommunicationsOnline',
      isDefault: index === 0,
      isInitial: name.endsWith('.onmicrosoft.com'),
      name,
      type: 'Managed',
    })),
  }
}
