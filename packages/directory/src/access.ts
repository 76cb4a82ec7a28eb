import type { OrganizationId } from '@foyer/contracts/ids'
import { type AccessTokens, createAccessTokens } from './access-tokens.ts'
import { createBudget } from './budget.ts'
import type { DirectorySetting } from './directory.ts'
import { createGraphTransport, type GraphTransport } from './graph-transport.ts'
import { deletable, type IdentityName } from './identity.ts'
import { meter } from './metered-transport.ts'

/** How one identity reaches the directory of one organization. */
export interface Access {
  readonly tokens: AccessTokens
  readonly transport: GraphTransport
}

/** @throws {TypeError} for a credential that cannot be read. */
export function createAccesses(
  setting: DirectorySetting,
): ReadonlyMap<OrganizationId, ReadonlyMap<string, Access>> {
  const tell = setting.onRequest ?? (() => {})
  return new Map(
    setting.organizations.map(({ organizationId, identities, budget: ofOrganization = {} }) => {
      // Of all its identities together, although Microsoft counts each by itself.
      const budget = createBudget(ofOrganization)
      return [
        organizationId,
        new Map(
          Object.entries(identities).map(([name, credential]) => {
            const tokens = createAccessTokens(setting, organizationId, credential)
            const mayDelete = deletable[name as IdentityName]
            const transport = createGraphTransport(setting.graph, mayDelete, tokens.get)
            return [name, { tokens, transport: meter(transport, organizationId, budget, tell) }]
          }),
        ),
      ]
    }),
  )
}
