import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { exitRequestsLoader } from './exit-requests-loader.ts'
import { ExitRequestsView } from './exit-requests-view.tsx'

/** Guests who ask for their access to end: whoever vouches for them answers here. */
export function ExitRequestsPage() {
  const read = useLoaderData<typeof exitRequestsLoader>()
  return (
    <Answered of={read}>
      {({ requests }) => <ExitRequestsView organization={read.organization} requests={requests} />}
    </Answered>
  )
}
