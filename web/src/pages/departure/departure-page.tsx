import { Navigate, useLoaderData, useRevalidator } from 'react-router'
import { paths } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { OrganizationFailure } from '../organization/organization-failure.tsx'
import { SignInView } from '../organization/sign-in-view.tsx'
import { DepartureContent } from './departure-content.tsx'
import type { departureLoader } from './departure-loader.ts'
import { DepartureSkeleton } from './departure-skeleton.tsx'

/** The page that leads out of an organization. */
export function DeparturePage() {
  const { organization, intent, attempt, departure } = useLoaderData<typeof departureLoader>()
  const { answer, isRenewing } = useAnswer(departure)
  const { revalidate } = useRevalidator()
  const retry = () => void revalidate()

  if (!answer) return <DepartureSkeleton organization={organization} onRetry={retry} />
  if ('value' in answer) {
    return <DepartureContent organization={organization} intent={intent} {...answer.value} />
  }
  if (answer.failure.code === 'no-longer-here' && intent?.isUncertain) {
    return <Navigate to={paths.departed(organization.slug)} />
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
