import type { Configuration } from '../configuration/configuration.ts'
import type { Expectations } from './validate-claims.ts'

export function expectationsOf({
  signIn,
  organizations,
}: Pick<Configuration, 'signIn' | 'organizations'>): Expectations {
  return {
    organizations: new Set(organizations.map(({ organizationId }) => organizationId)),
    issuerOf: (organizationId) => `${signIn.authority}/${organizationId}/v2.0`,
    audience: signIn.apiClientId,
    client: signIn.webClientId,
    scope: signIn.scopeName,
  }
}
