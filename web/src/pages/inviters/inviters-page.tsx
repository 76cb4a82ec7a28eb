import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { invitersLoader } from './inviters-loader.ts'
import { InvitersView } from './inviters-view.tsx'

/** Where operators let somebody invite whom the organization's own rule does not let. */
export function InvitersPage() {
  const read = useLoaderData<typeof invitersLoader>()
  return (
    <Answered of={read}>
      {({ delegations }) => (
        <InvitersView organization={read.organization} delegations={delegations} />
      )}
    </Answered>
  )
}
