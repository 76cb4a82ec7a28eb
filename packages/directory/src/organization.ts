import { Type } from 'typebox'
import { DirectoryError } from './directory-error.ts'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'

/** What an organization says of itself. */
export interface Organization {
  readonly name: string
  readonly privacyContact?: string
  readonly privacyStatementUrl?: string
}

const Tenant = Type.Object({
  id: Type.String(),
  displayName: maybe(Type.String()),
  privacyProfile: maybe(
    Type.Object({ contactEmail: maybe(Type.String()), statementUrl: maybe(Type.String()) }),
  ),
})

export async function getOrganization(graph: Graph): Promise<Organization> {
  const [tenant] = (await graph.readAll(`/organization?${selectOf(Tenant)}`, Tenant)) ?? []
  if (!tenant) throw new DirectoryError('directory-failed', { reason: 'no.organization' })
  const contact = tenant.privacyProfile?.contactEmail
  const statement = tenant.privacyProfile?.statementUrl
  return {
    name: tenant.displayName ?? '',
    ...(contact ? { privacyContact: contact } : {}),
    // The organization's own words, shown as a link: only what a browser may safely open.
    ...(statement && /^https?:\/\//i.test(statement) ? { privacyStatementUrl: statement } : {}),
  }
}
