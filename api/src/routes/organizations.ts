import { type OrganizationLocation, lookUpOrganization } from '@foyer/contracts/organizations'
import type { FastifyInstance } from 'fastify'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'

/**
 * The words by which an organization is found: its slug, its domains, and its name if it chose to
 * be listed. One table, so that a word which is there and one which is not cost the same.
 */
export function mountOrganizations(
  scope: FastifyInstance,
  organizations: readonly ConnectedOrganization[],
): void {
  const byWord = new Map<string, OrganizationLocation>()
  for (const organization of organizations) {
    const { organizationId, slug, name, domains, listed, listsOtherOrganizations } = organization
    for (const word of [slug, ...domains, ...(listed ? [name] : [])]) {
      byWord.set(normal(word), { organizationId, slug, name, listsOtherOrganizations })
    }
  }

  mountOperation(scope, lookUpOrganization, async ({ query }) => {
    const found = byWord.get(normal(query.name))
    if (!found) throw new ProblemError('organization-not-found')
    return found
  })
}

function normal(word: string): string {
  return word.normalize('NFC').trim().toLowerCase()
}
