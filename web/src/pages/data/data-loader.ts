import { getMyData } from '@foyer/contracts/my-data'
import type { LoaderFunctionArgs } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { settle } from '../../failure.ts'
import { findOrganization } from '../find-organization.ts'

/** Everything that one organization and Foyer hold on the account that is used there. */
export async function dataLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const organization = await findOrganization(params['slug'] ?? '', session, call)
  return { organization, data: settle(call(getMyData, {}, { organization })) }
}
