import { type LoaderFunctionArgs, redirect } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { paths } from '../../paths.ts'
import { findOrganization } from '../find-organization.ts'

/** What a departure of this tab ended; for everybody else there is nothing here. */
export async function departedLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const slug = params['slug'] ?? ''
  const { organizationId } = await findOrganization(slug, session, context.get(callContext))
  const receipt = session.departures.findReceipt(organizationId)
  return receipt ? { slug, receipt } : redirect(paths.organization(slug))
}
