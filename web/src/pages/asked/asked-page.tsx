import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { askedLoader } from './asked-loader.ts'
import { AskedView } from './asked-view.tsx'

/** Guests for whom somebody is asked to vouch: nobody has to vouch for anybody to be here. */
export function AskedPage() {
  const read = useLoaderData<typeof askedLoader>()
  return (
    <Answered of={read}>
      {({ asked }) => (
        <AskedView organization={read.organization} asked={asked} begun={read.begun} />
      )}
    </Answered>
  )
}
