import { useLoaderData } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { Answered } from '../organization/answered.tsx'
import { useReadAgain } from '../receipt/use-read-again.ts'
import { BulkSkeleton } from './bulk-skeleton.tsx'
import { BulkView } from './bulk-view.tsx'
import type { bulkLoader } from './follow-bulk.ts'

/** How it goes with guests who are extended together; the address is that of the work itself. */
export function BulkPage() {
  const read = useLoaderData<typeof bulkLoader>()
  // Another one is another page: nothing of the last one may stay on it.
  return <Followed key={read.bulkId} {...read} />
}

function Followed(read: Awaited<ReturnType<typeof bulkLoader>>) {
  const { answer, renewalFailure, isRenewing } = useAnswer(read.answers)
  const isOpen = answer !== undefined && 'value' in answer && answer.value.state === 'under-way'
  useReadAgain(isOpen, isRenewing)
  return (
    <Answered of={read} Skeleton={BulkSkeleton}>
      {(bulk) => (
        <BulkView
          organization={read.organization}
          bulkId={read.bulkId}
          bulk={bulk}
          renewalFailure={renewalFailure}
        />
      )}
    </Answered>
  )
}
