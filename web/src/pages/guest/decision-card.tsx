import { Button } from '@fluentui/react-components'
import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useNavigate } from 'react-router'
import type { Failure } from '../../failure.ts'
import { formatCalendarDay } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import { spanOf } from './extension.ts'
import styles from './guest.module.css'
import { Undecidable } from './undecidable.tsx'

/** The button that opens the question until when. */
export const extendButtonId = 'extend'

/** What can be decided about a guest today; or who decides, and what remains. */
export function DecisionCard({
  organization,
  guest,
  isActing,
  failure,
  onAttest,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  isActing: boolean
  /** Why the last word that they are needed was not taken. */
  failure: Failure | undefined
  onAttest: () => void
}) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const { guestId, name, need, latestEnd } = guest
  const shown = <bdi>{name}</bdi>
  const where = <bdi>{organization.name}</bdi>
  if (latestEnd === undefined) return <Undecidable organization={organization} guest={guest} />

  const canExtend = spanOf(guest) !== undefined
  const day = formatCalendarDay(i18n, latestEnd)
  // One filled button, and none where nothing must be done: the one that answers the need.
  const isAsked = need === 'asks'
  const isConfirming = !isAsked && (need === 'confirm' || (need !== undefined && !canExtend))
  return (
    <Card
      heading={
        <Trans
          id="guest.decide"
          message="Is {name} still needed at {organization}?"
          values={{ name: shown, organization: where }}
        />
      }
    >
      <p className={styles.text}>
        {canExtend ? (
          <Trans
            id="guest.decide.text"
            message="To extend sets a later last day, and counts as your word that they are needed. “Still needed” gives your word alone: a date that was set stays."
          />
        ) : (
          <NoLater organization={organization} guest={guest} latest={latestEnd} />
        )}
      </p>
      {failure ? (
        <div className={styles.failure}>
          <DecisionFailure
            organization={organization}
            failure={failure}
            isActing={isActing}
            onRetry={onAttest}
          />
        </div>
      ) : null}
      <div className={styles.acts}>
        {canExtend ? (
          <Button
            id={extendButtonId}
            appearance={need && !isAsked && !isConfirming ? 'primary' : 'secondary'}
            disabledFocusable={isActing}
            onClick={() => void navigate(paths.extendGuest(organization.slug, guestId))}
          >
            <Trans id="guest.extend" message="Extend …" />
          </Button>
        ) : null}
        <Button
          appearance={isConfirming ? 'primary' : 'secondary'}
          disabledFocusable={isActing}
          onClick={onAttest}
        >
          <Trans id="guest.attest" message="Still needed" />
        </Button>
        {canExtend ? (
          <p className={styles.cap}>
            <Trans
              id="guest.cap"
              message="{organization} allows until {day}."
              values={{ organization: where, day }}
            />
          </p>
        ) : null}
      </div>
    </Card>
  )
}

/** Why the access cannot be extended, and who could allow it. */
function NoLater({
  organization,
  guest: { name, today },
  latest,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  latest: string
}) {
  const { i18n } = useLingui()
  const values = {
    name: <bdi>{name}</bdi>,
    organization: <bdi>{organization.name}</bdi>,
    day: formatCalendarDay(i18n, latest),
  }
  return latest < today ? (
    <Trans
      id="guest.decide.too-long"
      message="It cannot be extended: {name} has been here longer than {organization} lets a guest stay in all, which was until {day}. To allow longer, an operator of {organization} changes the policy. You can say that they are still needed; a date that was set stays."
      values={values}
    />
  ) : (
    <Trans
      id="guest.decide.no-later"
      message="It cannot be extended now: {organization} allows until {day}. To allow longer, an operator of {organization} changes the policy. You can say that they are still needed; a date that was set stays."
      values={values}
    />
  )
}
