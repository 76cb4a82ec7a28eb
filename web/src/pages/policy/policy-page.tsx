import { useLoaderData, useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { OrganizationFailure } from '../organization/organization-failure.tsx'
import { OrganizationSkeleton } from '../organization/organization-skeleton.tsx'
import { SignInView } from '../organization/sign-in-view.tsx'
import type { policyLoader } from './policy-loader.ts'
import { PolicyView } from './policy-view.tsx'

/** What an organization decides of its guests' access, in sentences. */
export function PolicyPage() {
  const { organization, attempt, kept } = useLoaderData<typeof policyLoader>()
  const { answer, isRenewing } = useAnswer(kept)
  const { revalidate } = useRevalidator()
  const retry = () => void revalidate()
  if (!answer) return <OrganizationSkeleton organization={organization} onRetry={retry} />
  if ('value' in answer) {
    const { version } = answer.value
    // Another version is another text: what was typed over the last one does not stay.
    return <PolicyView key={version} organization={organization} kept={answer.value} />
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
