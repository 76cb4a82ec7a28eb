import { useLoaderData, useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { OrganizationFailure } from '../organization/organization-failure.tsx'
import { OrganizationSkeleton } from '../organization/organization-skeleton.tsx'
import { SignInView } from '../organization/sign-in-view.tsx'
import type { leftGuestsLoader } from './left-guests-loader.ts'
import { LeftGuestsView } from './left-guests-view.tsx'

/** Guests who left by themselves: whoever asks to come back is answered here. */
export function LeftGuestsPage() {
  const { organization, attempt, leftGuests } = useLoaderData<typeof leftGuestsLoader>()
  const { answer, isRenewing } = useAnswer(leftGuests)
  const { revalidate } = useRevalidator()
  const retry = () => void revalidate()

  if (!answer) return <OrganizationSkeleton organization={organization} onRetry={retry} />
  if ('value' in answer) {
    return <LeftGuestsView organization={organization} guests={answer.value.guests} />
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
