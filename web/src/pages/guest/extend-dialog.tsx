import { useState } from 'react'
import { Navigate, useLoaderData, useOutletContext } from 'react-router'
import { paths } from '../../paths.ts'
import type { begunLoader } from './decide.ts'
import { ExtendQuestion } from './extend-question.tsx'
import { spanOf } from './extension.ts'
import type { GuestContext } from './guest-context.ts'

/** Asks until when a guest may stay. It stands over their page, at an address of its own. */
export function ExtendDialog() {
  const context = useOutletContext<GuestContext>()
  const begun = useLoaderData<typeof begunLoader>()
  // As it was when it was asked: where an answer was lost, the page may show the new end already, and
  // the same day can be sent again all the same.
  const [guest] = useState(context.guest)
  const span = spanOf(guest)
  // Nothing can be extended: the page says why.
  if (!span) return <Navigate to={paths.guest(context.organization.slug, guest.guestId)} replace />
  return <ExtendQuestion {...context} guest={guest} span={span} begun={begun} />
}
