import { Button } from '@fluentui/react-components'
import { ChatFilled } from '@fluentui/react-icons/svg/chat'
import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useNavigate } from 'react-router'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { paths, untilParameter } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { extendButtonId } from './decision-card.tsx'
import { spanOf } from './extension.ts'
import styles from './guest.module.css'

/** The button that opens the question why not. */
export const refuseButtonId = 'refuse'

/** What a guest asks, and its answer as the button. */
export function RequestCard({
  organization,
  guest,
  request: { until, reason, askedAt },
  isActing,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  request: NonNullable<GuestDetail['request']>
  isActing: boolean
}) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const { guestId, name } = guest
  const span = spanOf(guest)
  const isInSpan = span !== undefined && until >= span.earliest && until <= span.latest
  const day = formatCalendarDay(i18n, until)
  const { slug } = organization
  return (
    <div className={styles.request}>
      <Card
        heading={
          <span className={styles.requestHead}>
            <ChatFilled fontSize={20} aria-hidden />
            <span>
              <Trans
                id="guest.request"
                message="{name} asks to stay until {day}"
                values={{ name: <bdi>{name}</bdi>, day }}
              />
            </span>
          </span>
        }
      >
        <p className={styles.text}>
          <q>
            <bdi>{reason}</bdi>
          </q>{' '}
          <span className={styles.small}>
            <Trans
              id="guest.request.asked"
              message="Asked on {day}"
              values={{ day: formatDay(i18n, askedAt) }}
            />
          </span>
        </p>
        <div className={styles.acts}>
          {isInSpan ? (
            <Button
              id={extendButtonId}
              appearance="primary"
              disabledFocusable={isActing}
              onClick={() =>
                void navigate(`${paths.extendGuest(slug, guestId)}?${untilParameter}=${until}`)
              }
            >
              <Trans id="guest.extend.until" message="Extend to {day}" values={{ day }} />
            </Button>
          ) : null}
          {span ? (
            <Button
              appearance={isInSpan ? 'secondary' : 'primary'}
              disabledFocusable={isActing}
              onClick={() => void navigate(paths.extendGuest(slug, guestId))}
            >
              <Trans id="guest.request.other" message="Choose another date" />
            </Button>
          ) : null}
          <Button
            id={refuseButtonId}
            disabledFocusable={isActing}
            onClick={() => void navigate(paths.refuseStay(slug, guestId))}
          >
            <Trans id="guest.request.refuse" message="Say no" />
          </Button>
          {guest.latestEnd ? (
            <p className={styles.cap}>
              <Trans
                id="guest.cap"
                message="{organization} allows until {day}."
                values={{
                  organization: <bdi>{organization.name}</bdi>,
                  day: formatCalendarDay(i18n, guest.latestEnd),
                }}
              />
            </p>
          ) : null}
        </div>
      </Card>
    </div>
  )
}
