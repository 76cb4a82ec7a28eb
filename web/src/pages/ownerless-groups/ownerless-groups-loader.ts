import { listOwnerlessGroups } from '@foyer/contracts/ownerless-group'
import type { LoaderFunctionArgs } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { settle } from '../../failure.ts'
import { findOrganization } from '../find-organization.ts'

/** The groups that have no owner, as the directory says whenever this page is read. */
export async function ownerlessGroupsLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const organization = await findOrganization(params['slug'] ?? '', session, call)
  const attempt = session.attempts.find()
  return {
    organization,
    attempt:
      attempt?.organization.organizationId === organization.organizationId ? attempt : undefined,
    ownerless: settle(call(listOwnerlessGroups, {}, { organization })),
  }
}
