import { getPolicy } from '@foyer/contracts/policy'
import type { LoaderFunctionArgs } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { settle } from '../../failure.ts'
import { findOrganization } from '../find-organization.ts'

/** The policy that is in force, or what Foyer proposes. */
export async function policyLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const organization = await findOrganization(params['slug'] ?? '', session, call)
  const attempt = session.attempts.find()
  return {
    organization,
    attempt:
      attempt?.organization.organizationId === organization.organizationId ? attempt : undefined,
    kept: settle(call(getPolicy, {}, { organization })),
  }
}
