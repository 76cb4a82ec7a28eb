import { useLoaderData, useParams, useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { AddressFailure } from '../address-failure.tsx'
import { ExitSkeleton } from '../exit/exit-skeleton.tsx'
import type { resetQuestionLoader } from './reset-question-loader.ts'
import { ResetQuestionView } from './reset-question-view.tsx'

/** Where whoever reads a guest's address says whether they want their sign-in set back. */
export function ResetQuestionPage() {
  const { token } = useParams()
  const data = useLoaderData<typeof resetQuestionLoader>()
  // Another address is another page: nothing of the last one may stay on it.
  return <QuestionAt key={token} {...data} />
}

function QuestionAt({ question }: ReturnType<typeof resetQuestionLoader>) {
  const { answer } = useAnswer(question)
  const { revalidate } = useRevalidator()
  if (!answer) return <ExitSkeleton />
  if ('value' in answer) return <ResetQuestionView question={answer.value} />
  return (
    <AddressFailure
      failure={answer.failure}
      notFound="reset-question-not-found"
      onRetry={() => void revalidate()}
    />
  )
}
