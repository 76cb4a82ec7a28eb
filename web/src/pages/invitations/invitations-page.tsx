import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { invitationsLoader } from './invitations-loader.ts'
import { InvitationsView } from './invitations-view.tsx'

/** Whom somebody has invited, and what has become of it. */
export function InvitationsPage() {
  const read = useLoaderData<typeof invitationsLoader>()
  return (
    <Answered of={read}>
      {(list) => (
        <InvitationsView organization={read.organization} isFirst={read.isFirst} {...list} />
      )}
    </Answered>
  )
}
