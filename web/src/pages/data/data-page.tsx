import { useLoaderData, useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { OrganizationFailure } from '../organization/organization-failure.tsx'
import { OrganizationSkeleton } from '../organization/organization-skeleton.tsx'
import type { dataLoader } from './data-loader.ts'
import { DataView } from './data-view.tsx'

/** What is held on a person in one organization: to read, and to take along. */
export function DataPage() {
  const { organization, data } = useLoaderData<typeof dataLoader>()
  const { answer, isRenewing } = useAnswer(data)
  const { revalidate } = useRevalidator()
  const retry = () => void revalidate()

  if (!answer) return <OrganizationSkeleton organization={organization} onRetry={retry} />
  if ('value' in answer) return <DataView data={answer.value} />
  return (
    <OrganizationFailure
      organization={organization}
      failure={answer.failure}
      isRetrying={isRenewing}
      onRetry={retry}
    />
  )
}
