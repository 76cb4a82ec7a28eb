import type { ActionFunctionArgs } from 'react-router'
import { redirectDocument } from 'react-router'
import { sessionContext } from '../context.ts'
import { paths } from '../paths.ts'

/** Signs out in this browser, or at Microsoft too. */
export async function signOutAction({ request, context }: ActionFunctionArgs) {
  const session = context.get(sessionContext)
  const form = await request.formData()
  if (form.get('from') === 'microsoft') {
    await session.signOutAtMicrosoft()
    return null
  }
  await session.signOutHere()
  // A new document, so that nothing of the person stays in this one's memory.
  return redirectDocument(paths.signedOut)
}
