import { Button } from '@fluentui/react-components'
import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useNavigate } from 'react-router'
import type { Failure } from '../../failure.ts'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import { tellEndOwner } from './end-owner-words.ts'
import styles from './guest.module.css'

/** The buttons that open the questions until when, and who decides. */
export const exceptButtonId = 'except'
export const endOwnerButtonId = 'end-owner'

/**
 * That the rules of the policy are kept from a guest, until when, by whom and why, for everybody who
 * sees them; and for operators, what they can decide of that.
 */
export function ExceptionCard({
  organization,
  guest,
  isActing,
  failure,
  onEnd,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  isActing: boolean
  /** Why the last exception was not ended. */
  failure: Failure | undefined
  onEnd: () => void
}) {
  const { guestId, exception, mayExcept, declaredEndOwner } = guest
  const navigate = useNavigate()
  if (!exception && !mayExcept && !declaredEndOwner) return null
  const { slug } = organization
  return (
    <Card heading={<Trans id="guest.exception" message="The rules for this guest" />}>
      <Holds organization={organization} guest={guest} />
      {declaredEndOwner ? (
        <p className={styles.text}>
          <Say text={tellEndOwner(declaredEndOwner, organization.name)} />
        </p>
      ) : null}
      {failure ? (
        <div className={styles.failure}>
          <DecisionFailure
            organization={organization}
            failure={failure}
            isActing={isActing}
            onRetry={onEnd}
          />
        </div>
      ) : null}
      {mayExcept ? (
        <div className={styles.acts}>
          <Button
            id={exceptButtonId}
            disabledFocusable={isActing}
            onClick={() => void navigate(paths.exceptGuest(slug, guestId))}
          >
            {exception ? (
              <Trans id="guest.exception.change" message="Change the exception …" />
            ) : (
              <Trans id="guest.exception.make" message="Make an exception …" />
            )}
          </Button>
          {exception ? (
            <Button disabledFocusable={isActing} onClick={onEnd}>
              <Trans id="guest.exception.end" message="End the exception" />
            </Button>
          ) : null}
          <Button
            id={endOwnerButtonId}
            disabledFocusable={isActing}
            onClick={() => void navigate(paths.declareEndOwner(slug, guestId))}
          >
            <Trans id="guest.end-owner.open" message="Who decides the end …" />
          </Button>
        </div>
      ) : null}
    </Card>
  )
}

function Holds({
  organization,
  guest: { exception, end, today },
}: {
  organization: OrganizationLocation
  guest: GuestDetail
}) {
  const { i18n } = useLingui()
  const where = <bdi>{organization.name}</bdi>
  if (!exception) {
    return (
      <p className={styles.text}>
        <Trans
          id="guest.exception.none"
          message="What {organization} has decided for all guests holds for them."
          values={{ organization: where }}
        />
      </p>
    )
  }
  const values = {
    organization: where,
    until: formatCalendarDay(i18n, exception.until),
    by: <bdi>{exception.by}</bdi>,
    day: formatDay(i18n, exception.at),
    end: end ? formatCalendarDay(i18n, end.on) : '',
  }
  return (
    <>
      <p className={styles.text}>
        {exception.until < today ? (
          <Trans
            id="guest.exception.over"
            message="Until {until} they were excepted from the rules of {organization}. Now these hold again."
            values={values}
          />
        ) : (
          <Trans
            id="guest.exception.holds"
            message="Until {until} the rules of {organization} do not end this access."
            values={values}
          />
        )}{' '}
        {end && end.on < exception.until && exception.until >= today ? (
          <Trans
            id="guest.exception.last-day"
            message="Its last day holds all the same: {end}."
            values={values}
          />
        ) : null}
      </p>
      <p className={styles.text}>
        <Trans id="guest.exception.by" message="{by} decided it on {day}:" values={values} />{' '}
        <q>
          <bdi>{exception.reason}</bdi>
        </q>
      </p>
    </>
  )
}
