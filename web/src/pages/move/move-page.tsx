import { useLoaderData, useParams, useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { AddressFailure } from '../address-failure.tsx'
import { ExitSkeleton } from '../exit/exit-skeleton.tsx'
import type { moveLoader } from './move-loader.ts'
import { MoveView } from './move-view.tsx'

/** Where somebody who is said to have another address reads what happens, and stops it. */
export function MovePage() {
  const { token } = useParams()
  const data = useLoaderData<typeof moveLoader>()
  // Another address is another page: nothing of the last one may stay on it.
  return <MoveAt key={token} {...data} />
}

function MoveAt({ opened }: ReturnType<typeof moveLoader>) {
  const { answer } = useAnswer(opened)
  const { revalidate } = useRevalidator()
  if (!answer) return <ExitSkeleton />
  if ('value' in answer) return <MoveView opened={answer.value} />
  return (
    <AddressFailure
      failure={answer.failure}
      notFound="move-not-found"
      onRetry={() => void revalidate()}
    />
  )
}
