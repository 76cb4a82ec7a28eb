import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { guestsLoader } from './guests-loader.ts'
import { GuestsSkeleton } from './guests-skeleton.tsx'
import { GuestsView } from './guests-view.tsx'

/** Everybody for whom somebody vouches at an organization: until when, why, and who needs a word. */
export function GuestsPage() {
  const read = useLoaderData<typeof guestsLoader>()
  return (
    <Answered of={read} Skeleton={GuestsSkeleton}>
      {(list) => <GuestsView organization={read.organization} list={list} readAt={read.readAt} />}
    </Answered>
  )
}
