import { useLoaderData, useParams, useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { AddressFailure } from '../address-failure.tsx'
import { ExitSkeleton } from '../exit/exit-skeleton.tsx'
import type { notMeLoader } from './not-me-loader.ts'
import { NotMeView } from './not-me-view.tsx'

/** Where somebody who got a mail about their access, and did not ask for it, says so. */
export function NotMePage() {
  const { token } = useParams()
  const data = useLoaderData<typeof notMeLoader>()
  // Another address is another page: nothing of the last one may stay on it.
  return <NotMeAt key={token} {...data} />
}

function NotMeAt({ objection }: ReturnType<typeof notMeLoader>) {
  const { answer } = useAnswer(objection)
  const { revalidate } = useRevalidator()
  if (!answer) return <ExitSkeleton />
  if ('value' in answer) return <NotMeView objection={answer.value} />
  return (
    <AddressFailure
      failure={answer.failure}
      notFound="exit-request-not-found"
      onRetry={() => void revalidate()}
    />
  )
}
