import type { LoaderFunctionArgs } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { findOrganization } from '../find-organization.ts'

/** The organization that is asked, and the code that this tab waits for; nobody has to sign in. */
export async function exitLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const organization = await findOrganization(
    params['slug'] ?? '',
    session,
    context.get(callContext),
  )
  return { organization, mail: session.exitAttempts.find(organization.organizationId)?.mail }
}
