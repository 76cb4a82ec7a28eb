import { ClockFilled } from '@fluentui/react-icons/svg/clock'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Succession } from '@foyer/contracts/succession'
import { Trans } from '@lingui/react'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Pill } from '../../ui/pill.tsx'
import { GuestHead } from '../answers/guest-head.tsx'
import { SuccessionState } from '../guest/succession-state.tsx'
import styles from './successions.module.css'

/** One guest: why somebody is looked for, who is asked, and the way to name somebody. */
export function ListedSuccession({
  organization,
  succession,
}: {
  organization: OrganizationLocation
  succession: Succession
}) {
  const { guest: name, guestId, state } = succession
  const isStuck = state === 'exhausted'
  return (
    <Card
      heading={
        <GuestHead
          guest={{ name }}
          pill={
            <Pill
              tone={isStuck ? 'warn' : 'info'}
              icon={isStuck ? <WarningFilled /> : <ClockFilled />}
            >
              {isStuck ? (
                <Trans id="successions.stuck" message="Nobody found" />
              ) : (
                <Trans id="successions.running" message="Being asked" />
              )}
            </Pill>
          }
        />
      }
    >
      <SuccessionState succession={succession} organization={organization} />
      <div className={styles.acts}>
        <LinkButton to={paths.guest(organization.slug, guestId)}>
          <Trans id="asked-endings.guest" message="The guest’s page" />
        </LinkButton>
      </div>
    </Card>
  )
}
