import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { policyLoader } from './policy-loader.ts'
import { PolicyView } from './policy-view.tsx'

/** What an organization decides of its guests' access, in sentences. */
export function PolicyPage() {
  const read = useLoaderData<typeof policyLoader>()
  return (
    <Answered of={read}>
      {(kept) => (
        // Another version is another text: what was typed over the last one does not stay.
        <PolicyView
          key={kept.version}
          organization={read.organization}
          kept={kept}
          exceptions={read.exceptions}
        />
      )}
    </Answered>
  )
}
