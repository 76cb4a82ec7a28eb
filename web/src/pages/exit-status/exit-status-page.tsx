import { useLoaderData, useParams, useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { AddressFailure } from '../address-failure.tsx'
import { ExitSkeleton } from '../exit/exit-skeleton.tsx'
import type { exitStatusLoader } from './exit-status-loader.ts'
import { ExitStatusView } from './exit-status-view.tsx'

/** The page at the address of a request: how it goes, and what became of it. */
export function ExitStatusPage() {
  const { token } = useParams()
  const data = useLoaderData<typeof exitStatusLoader>()
  // Another address is another page: nothing of the last one may stay on it.
  return <ExitStatusAt key={token} {...data} />
}

function ExitStatusAt({ status }: ReturnType<typeof exitStatusLoader>) {
  const { answer } = useAnswer(status)
  const { revalidate } = useRevalidator()
  if (!answer) return <ExitSkeleton />
  if ('value' in answer) return <ExitStatusView status={answer.value} />
  return (
    <AddressFailure
      failure={answer.failure}
      notFound="exit-request-not-found"
      onRetry={() => void revalidate()}
    />
  )
}
