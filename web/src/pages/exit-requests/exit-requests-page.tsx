import { useLoaderData, useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { OrganizationFailure } from '../organization/organization-failure.tsx'
import { OrganizationSkeleton } from '../organization/organization-skeleton.tsx'
import { SignInView } from '../organization/sign-in-view.tsx'
import type { exitRequestsLoader } from './exit-requests-loader.ts'
import { ExitRequestsView } from './exit-requests-view.tsx'

/** Guests who ask for their access to end: whoever vouches for them answers here. */
export function ExitRequestsPage() {
  const { organization, attempt, exitRequests } = useLoaderData<typeof exitRequestsLoader>()
  const { answer, isRenewing } = useAnswer(exitRequests)
  const { revalidate } = useRevalidator()
  const retry = () => void revalidate()

  if (!answer) return <OrganizationSkeleton organization={organization} onRetry={retry} />
  if ('value' in answer) {
    return <ExitRequestsView organization={organization} requests={answer.value.requests} />
  }
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
