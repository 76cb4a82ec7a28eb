import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { resetLoader } from './reset-loader.ts'
import { ResetView } from './reset-view.tsx'

/** Where a guest's sign-in is set back, by two operators and the guest. */
export function ResetPage() {
  const read = useLoaderData<typeof resetLoader>()
  return (
    // Another guest is another page: nothing of the last one may stay on it.
    <Answered key={read.guestId} of={read}>
      {(found) => (
        <ResetView
          organization={read.organization}
          guestId={read.guestId}
          found={found}
          begun={read.begun}
          isReady={found.actsWith !== undefined && read.isReady(found.actsWith.clientId)}
          signInFailure={read.failure}
        />
      )}
    </Answered>
  )
}
