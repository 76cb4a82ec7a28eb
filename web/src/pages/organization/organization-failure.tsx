import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { Link } from 'react-router'
import type { Failure } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { OrganizationHead } from './organization-head.tsx'
import styles from './organization.module.css'

/** The page where the organization does not say who one is there. */
export function OrganizationFailure({
  organization,
  failure,
  isRetrying,
  onRetry,
}: {
  organization: OrganizationLocation
  failure: Failure
  isRetrying: boolean
  onRetry: () => void
}) {
  const isShut = failure.code === 'blocked-here' || failure.code === 'no-longer-here'
  return (
    <>
      <OrganizationHead name={organization.name} look={isShut ? 'grey' : 'pale'}>
        {isShut ? (
          <Trans id="failure.lead.shut" message="You cannot go in here with this account." />
        ) : (
          <Trans id="failure.lead" message="What you are here cannot be shown at the moment." />
        )}
      </OrganizationHead>
      <FailureMessage
        failure={failure}
        organization={organization}
        isRetrying={isRetrying}
        onRetry={onRetry}
      />
      {failure.code === 'blocked-here' ? (
        <p className={styles.way}>
          <Link to={paths.exit(organization.slug)}>
            <Trans
              id="exit.title"
              message="Ask {name} to end your access"
              values={{ name: <bdi>{organization.name}</bdi> }}
            />
          </Link>
        </p>
      ) : null}
    </>
  )
}
