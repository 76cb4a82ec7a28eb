import { listExitRequests } from '@foyer/contracts/exit-request'
import type { LoaderFunctionArgs } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { settle } from '../../failure.ts'
import { findOrganization } from '../find-organization.ts'

/** The guests who ask for their access to end, and whom whoever is signed in there answers. */
export async function exitRequestsLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const organization = await findOrganization(params['slug'] ?? '', session, call)
  const attempt = session.attempts.find()
  return {
    organization,
    attempt:
      attempt?.organization.organizationId === organization.organizationId ? attempt : undefined,
    exitRequests: settle(call(listExitRequests, {}, { organization })),
  }
}
