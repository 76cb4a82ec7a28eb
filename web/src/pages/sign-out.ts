import type { ActionFunctionArgs } from 'react-router'
import { redirect, redirectDocument } from 'react-router'
import { sessionContext } from '../context.ts'
import { paths } from '../paths.ts'

/** Signs an account out, or all of them: in this browser, or at Microsoft too. */
export async function signOutAction({ request, context }: ActionFunctionArgs) {
  const session = context.get(sessionContext)
  const form = await request.formData()
  const mail = form.get('mail')
  const accounts = session.listAccounts()
  const account = accounts.find((one) => one.mail === mail)
  // Signed out already, as by a second click.
  if (mail !== null && !account) return redirect(paths.accounts)

  if (form.get('from') === 'microsoft') {
    await session.signOutAtMicrosoft(account)
    return null
  }
  await session.signOutHere(account)
  // A new document, so that nothing of the person stays in this one's memory.
  return redirectDocument(account && accounts.length > 1 ? paths.accounts : paths.signedOut)
}
