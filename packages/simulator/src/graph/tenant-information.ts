import type { Tenant } from '../world/tenant.ts'
import { findTenant } from '../world/world.ts'
import { notFound } from './graph-error.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply, param } from './operation.ts'
import { plainListReply } from './plain-list.ts'

/** What everybody may know of an organization, and its own domains. */
export const tenantInformationOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/tenantRelationships/findTenantInformationByTenantId(tenantId={id})',
    answer(call) {
      const id = param(call, 'id')
      return reply(call, call.simulation.world.tenants.get(id.toLowerCase()), id)
    },
  },
  {
    method: 'GET',
    path: '/tenantRelationships/findTenantInformationByDomainName(domainName={name})',
    answer(call) {
      const name = param(call, 'name')
      return reply(call, findTenant(call.simulation.world, name), name)
    },
  },
  {
    method: 'GET',
    path: '/domains',
    answer: (call) =>
      plainListReply(
        call,
        call.tenant.domains.map((id, index) => ({ id, isDefault: index === 0 })),
        {
          context: 'domains',
          resource: 'Domain',
          filterable: [],
          render: ({ id, isDefault }) => ({
            id,
            authenticationType: 'Managed',
            availabilityStatus: null,
            isAdminManaged: true,
            isDefault,
            isInitial: id.endsWith('.onmicrosoft.com'),
            isRoot: true,
            isVerified: true,
            passwordNotificationWindowInDays: null,
            passwordValidityPeriodInDays: null,
            state: null,
            supportedServices: ['Email', 'OfficeCommunicationsOnline'],
          }),
        },
      ),
  },
]

function reply(call: Call, tenant: Tenant | undefined, name: string): GraphReply {
  if (!tenant) throw notFound(name)
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, 'microsoft.graph.tenantInformation'),
      tenantId: tenant.tenantId,
      federationBrandName: null,
      displayName: tenant.name,
      defaultDomainName: tenant.domains[0],
    },
  }
}
