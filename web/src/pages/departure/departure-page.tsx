import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import { DepartureContent } from './departure-content.tsx'
import type { departureLoader } from './departure-loader.ts'
import { DepartureSkeleton } from './departure-skeleton.tsx'
import { GonePage } from './gone-page.tsx'

/** The page that leads out of an organization. */
export function DeparturePage() {
  const { organization, begun, isGone, attempt, departure } =
    useLoaderData<typeof departureLoader>()
  if (isGone && begun) return <GonePage name={organization.name} leaver={begun.leaver} />
  return (
    <Answered of={{ organization, attempt, answers: departure }} Skeleton={DepartureSkeleton}>
      {(view) => <DepartureContent organization={organization} begun={begun} {...view} />}
    </Answered>
  )
}
