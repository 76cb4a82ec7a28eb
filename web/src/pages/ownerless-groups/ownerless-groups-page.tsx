import { useEffect } from 'react'
import { useLoaderData, useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { OrganizationFailure } from '../organization/organization-failure.tsx'
import { OrganizationSkeleton } from '../organization/organization-skeleton.tsx'
import { SignInView } from '../organization/sign-in-view.tsx'
import type { ownerlessGroupsLoader } from './ownerless-groups-loader.ts'
import { OwnerlessGroupsView } from './ownerless-groups-view.tsx'

/** Groups that lost their last owner with a guest: operators see to it that they get one. */
export function OwnerlessGroupsPage() {
  const { organization, attempt, ownerless } = useLoaderData<typeof ownerlessGroupsLoader>()
  const { answer, isRenewing } = useAnswer(ownerless)
  const { revalidate } = useRevalidator()
  const retry = () => void revalidate()

  // Whoever comes back from Microsoft's page may have named an owner there.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void revalidate()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [revalidate])

  if (!answer) return <OrganizationSkeleton organization={organization} onRetry={retry} />
  if ('value' in answer)
    return <OwnerlessGroupsView organization={organization} {...answer.value} />
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
