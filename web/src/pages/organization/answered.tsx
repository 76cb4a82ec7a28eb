import type { ReactNode } from 'react'
import { useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { OrganizationFailure } from './organization-failure.tsx'
import { OrganizationSkeleton } from './organization-skeleton.tsx'
import { SignInView } from './sign-in-view.tsx'
import type { Answers } from '../answers/read-answers.ts'

/** The page of what an organization answers, or what stands in its place until it does. */
export function Answered<T>({
  of: { organization, attempt, answers },
  Skeleton = OrganizationSkeleton,
  children,
}: {
  of: Answers<T>
  /** What keeps the page's place. */
  Skeleton?: typeof OrganizationSkeleton
  children: (value: T) => ReactNode
}) {
  const { answer, isRenewing } = useAnswer(answers)
  const { revalidate } = useRevalidator()
  const retry = () => void revalidate()

  if (!answer) return <Skeleton organization={organization} onRetry={retry} />
  if ('value' in answer) return children(answer.value)
  if (answer.failure.code === 'sign-in-needed') {
    return <SignInView organization={organization} attempt={attempt} />
  }
  return (
    <OrganizationFailure
      organization={organization}
      failure={answer.failure}
      isRetrying={isRenewing}
      onRetry={retry}
    />
  )
}
