import { getMe, listMyGroups } from '@foyer/contracts/me'
import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { settle } from '../../failure.ts'
import { useAnswer } from '../../ui/answer.ts'
import { findOrganization } from '../find-organization.ts'
import { OrganizationFailure } from './organization-failure.tsx'
import { OrganizationSkeleton } from './organization-skeleton.tsx'
import { OrganizationView } from './organization-view.tsx'
import { SignInView } from './sign-in-view.tsx'

/** Who I am at one organization and what I am in there, each told as soon as it is known. */
export async function organizationLoader({ params, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const organization = await findOrganization(params['slug'] ?? '', session, call)
  const attempt = session.attempts.find()
  return {
    organization,
    attempt:
      attempt?.organization.organizationId === organization.organizationId ? attempt : undefined,
    me: settle(call(getMe, {}, { organization })),
    groups: settle(call(listMyGroups, {}, { organization })),
  }
}

type OrganizationData = Awaited<ReturnType<typeof organizationLoader>>

export function OrganizationPage() {
  const data = useLoaderData<typeof organizationLoader>()
  // Another organization is another page: nothing of the last one may stay on it.
  return <Organization key={data.organization.organizationId} {...data} />
}

function Organization({ organization, attempt, me, groups }: OrganizationData) {
  const { answer, isRenewing } = useAnswer(me)
  const { revalidate } = useRevalidator()
  const retry = () => void revalidate()

  if (!answer) return <OrganizationSkeleton organization={organization} onRetry={retry} />
  if ('value' in answer) {
    return (
      <OrganizationView
        organization={organization}
        me={answer.value}
        groups={groups}
        onRetry={retry}
      />
    )
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
