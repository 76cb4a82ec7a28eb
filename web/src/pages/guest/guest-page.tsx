import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { guestLoader } from './guest-loader.ts'
import { GuestSkeleton } from './guest-skeleton.tsx'
import { GuestView } from './guest-view.tsx'

/** What is to be known of one guest before somebody decides about them. */
export function GuestPage() {
  const read = useLoaderData<typeof guestLoader>()
  return (
    // Another guest is another page: nothing of the last one may stay on it.
    <Answered key={read.guestId} of={read} Skeleton={GuestSkeleton}>
      {(guest) => (
        <GuestView
          organization={read.organization}
          guest={guest}
          succession={read.succession}
          choice={read.choice}
        />
      )}
    </Answered>
  )
}
