import type { ActionFunctionArgs } from 'react-router'
import { redirect } from 'react-router'
import { callContext, sessionContext } from '../context.ts'
import { ownPath, paths } from '../paths.ts'
import { findOrganization } from './find-organization.ts'

/** Leaves for the sign-in of the organization that the form names. */
export async function signInAction({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const session = context.get(sessionContext)
  const returnTo = ownPath(form.get('returnTo'))
  if (form.get('intent') === 'forget-attempt') {
    session.attempts.clear()
    return redirect(returnTo)
  }
  const slug = form.get('slug')
  const organization = await findOrganization(
    typeof slug === 'string' ? slug : '',
    session,
    context.get(callContext),
  )
  const mail = form.get('mail')
  return session.signIn(organization, {
    returnTo,
    ...(form.get('intent') === 'another-account' ? { ask: 'which-account' } : {}),
    ...(typeof mail === 'string' && mail ? { mail } : {}),
  })
}

/** Forms post to these addresses; who opens one finds nothing there. */
export function toHomeLoader() {
  return redirect(paths.home)
}
