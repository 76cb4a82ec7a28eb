import { Trans } from '@lingui/react'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Bone } from '../../ui/waiting.tsx'
import styles from './organization.module.css'
import type { Needs } from './read-needs.ts'
import { type Need, useNeeds } from './use-needs.tsx'

/** What somebody of the organization itself has to decide, before everything else. */
export function NeedsYouCard({
  organization,
  needs,
}: {
  organization: OrganizationLocation
  needs: Omit<Needs, 'myExit' | 'mySuccession'>
}) {
  const { needs: shown, isKnown, isOperator } = useNeeds(organization, needs)
  const first = isKnown ? shown.find(({ waiting }) => (waiting ?? 0) > 0) : undefined
  return (
    <Card heading={<Trans id="needs-you.title" message="Needs you" />}>
      <div className={styles.text}>
        {isKnown ? <Waiting needs={shown} /> : <Bone width="60%" height={20} />}
      </div>
      <div className={styles.acts}>
        {shown.map((need) => (
          <LinkButton
            key={need.to}
            to={need.to}
            appearance={need === first ? 'primary' : 'secondary'}
          >
            {need.title}
          </LinkButton>
        ))}
        {isOperator ? (
          <LinkButton to={paths.policy(organization.slug)}>
            <Trans id="policy.title" message="Lifecycle policy" />
          </LinkButton>
        ) : null}
      </div>
    </Card>
  )
}

/** What waits, in a sentence each. */
function Waiting({ needs }: { needs: readonly Need[] }) {
  if (needs.every(({ waiting }) => waiting === 0)) {
    return (
      <p>
        <Trans id="needs-you.nobody" message="Nobody waits for your answer." />
      </p>
    )
  }
  return (
    <>
      {needs.map(({ to, waiting, sentence }) => (waiting ? <p key={to}>{sentence}</p> : null))}
      {needs.some(({ waiting }) => waiting === undefined) ? (
        <p>
          <Trans
            id="needs-you.unknown"
            message="Whether somebody waits for your answer could not be read now."
          />
        </p>
      ) : null}
    </>
  )
}
