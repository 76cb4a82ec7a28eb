import { Button } from '@fluentui/react-components'
import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useNavigate } from 'react-router'
import type { Failure } from '../../failure.ts'
import { formatCalendarDay } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { DecisionText, isBeyondWords } from './decision-text.tsx'
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
  const isNeeded = need !== undefined && !isBeyondWords(guest)
  const isConfirming = isNeeded && (need === 'confirm' || !canExtend)
  const extend = canExtend ? (
    <Button
      key="extend"
      id={extendButtonId}
      appearance={isNeeded && !isConfirming ? 'primary' : 'secondary'}
      disabledFocusable={isActing}
      onClick={() => void navigate(paths.extendGuest(organization.slug, guestId))}
    >
      <Trans id="guest.extend" message="Extend …" />
    </Button>
  ) : null
  const attest = (
    <Button
      key="attest"
      appearance={isConfirming ? 'primary' : 'secondary'}
      disabledFocusable={isActing}
      onClick={onAttest}
    >
      <Trans id="guest.attest" message="Still needed" />
    </Button>
  )
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
        <DecisionText organization={organization} guest={guest} latest={latestEnd} />
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
        {isConfirming ? [attest, extend] : [extend, attest]}
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
