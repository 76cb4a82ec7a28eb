import { useLoaderData, useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { OrganizationFailure } from '../organization/organization-failure.tsx'
import { SignInView } from '../organization/sign-in-view.tsx'
import { DepartureContent } from './departure-content.tsx'
import type { departureLoader } from './departure-loader.ts'
import { DepartureSkeleton } from './departure-skeleton.tsx'
import { GonePage } from './gone-page.tsx'

/** The page that leads out of an organization. */
export function DeparturePage() {
  const { organization, begun, isGone, attempt, departure } =
    useLoaderData<typeof departureLoader>()
  const { answer, isRenewing } = useAnswer(departure)
  const { revalidate } = useRevalidator()
  const retry = () => void revalidate()

  if (isGone && begun) return <GonePage name={organization.name} leaver={begun.leaver} />
  if (!answer) return <DepartureSkeleton organization={organization} onRetry={retry} />
  if ('value' in answer) {
    return <DepartureContent organization={organization} begun={begun} {...answer.value} />
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
