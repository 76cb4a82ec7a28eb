import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { successionsLoader } from './successions-loader.ts'
import { SuccessionsView } from './successions-view.tsx'

/** Guests for whom somebody else is looked for: operators see where it stays undecided. */
export function SuccessionsPage() {
  const read = useLoaderData<typeof successionsLoader>()
  return (
    <Answered of={read}>
      {({ successions }) => (
        <SuccessionsView organization={read.organization} successions={successions} />
      )}
    </Answered>
  )
}
