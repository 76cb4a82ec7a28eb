import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { LoaderFunctionArgs } from 'react-router'
import type { Call } from '../call.ts'
import { callContext, sessionContext } from '../context.ts'
import type { Session } from '../session/session.ts'
import { findOrganization } from './find-organization.ts'

/** With what a loader or an action asks, at the organization that its address names. */
export async function findPlace({
  params,
  context,
}: Pick<LoaderFunctionArgs, 'params' | 'context'>): Promise<{
  readonly session: Session
  readonly call: Call
  readonly organization: OrganizationLocation
}> {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  return {
    session,
    call,
    organization: await findOrganization(params['slug'] ?? '', session, call),
  }
}
