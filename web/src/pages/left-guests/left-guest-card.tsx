import { Button } from '@fluentui/react-components'
import { ChatFilled } from '@fluentui/react-icons/svg/chat'
import { DoorArrowRightRegular } from '@fluentui/react-icons/svg/door-arrow-right'
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited'
import type { LeftGuest } from '@foyer/contracts/left-guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import { formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Card } from '../../ui/card.tsx'
import { Pill } from '../../ui/pill.tsx'
import { GuestHead } from '../answers/guest-head.tsx'
import { Undecided } from '../answers/undecided.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { Decided, Decision } from './answer.ts'
import { HoldQuestion } from './hold-question.tsx'
import { tellStanding } from './left-guest-words.ts'
import styles from './left-guests.module.css'

/** One guest who left: how it stands with them, and what can be decided about it. */
export function LeftGuestCard({
  organization,
  guest,
  isSending,
  decided,
  onDecide,
}: {
  organization: OrganizationLocation
  guest: LeftGuest
  isSending: boolean
  /** What was decided about them last, and how that went. */
  decided: Decided | undefined
  onDecide: (decision: Decision) => void
}) {
  const { i18n } = useLingui()
  const [isHolding, setIsHolding] = useState(false)
  const { leavingId, request, hold } = guest
  const { name } = guest.guest
  const answeredOn = request?.answeredAt ? formatDay(i18n, request.answeredAt) : ''
  const standing = tellStanding(guest, answeredOn)
  const isOpen = request?.state === 'open'
  const failure = decided?.failure
  return (
    <Card heading={<GuestHead guest={guest.guest} pill={<StatePill guest={guest} />} />}>
      <p className={styles.dates}>
        <Trans
          id="left-guests.dates"
          message="Left on {leftDay}. Can be brought back until {lastDay}."
          values={{
            leftDay: formatDay(i18n, guest.leftAt),
            lastDay: formatDay(i18n, guest.restorableUntil),
          }}
        />
      </p>
      {hold ? (
        <p className={styles.text}>
          <Trans
            id="left-guests.hold"
            message="{name} holds them out since {day}: {reason}"
            values={{
              name: <bdi>{hold.placedBy}</bdi>,
              day: formatDay(i18n, hold.placedAt),
              reason: <q>{hold.reason}</q>,
            }}
          />
        </p>
      ) : null}
      {standing ? (
        <p className={styles.text}>
          <Say text={standing} />
          {request?.note === undefined ? null : (
            <>
              {' '}
              <q>{request.note}</q>
            </>
          )}
        </p>
      ) : null}
      {failure ? (
        <div className={styles.failure}>
          <Undecided
            organization={organization}
            failure={failure}
            isActing={isSending}
            onRetry={() => decided && onDecide(decided.decision)}
          />
        </div>
      ) : null}
      {isOpen ? <AnswerForm guest={guest} isSending={isSending} onDecide={onDecide} /> : null}
      <div className={`${styles.quiet} ${hold ? '' : styles.aligned}`}>
        {hold ? (
          <Button
            disabledFocusable={isSending}
            onClick={() => onDecide({ what: 'lift', leavingId, name })}
          >
            <Trans id="left-guests.lift" message="Lift the hold" />
          </Button>
        ) : (
          <Button
            appearance="subtle"
            icon={<ProhibitedRegular />}
            disabledFocusable={isSending}
            onClick={() => setIsHolding(true)}
          >
            <Trans id="left-guests.hold.ask" message="Do not let them come back" />
          </Button>
        )}
      </div>
      {isHolding && !hold ? (
        <HoldQuestion
          name={name}
          isAsked={isOpen}
          isSending={isSending}
          onCancel={() => setIsHolding(false)}
          onHold={(reason) => {
            setIsHolding(false)
            onDecide({ what: 'hold', leavingId, name, reason })
          }}
        />
      ) : null}
    </Card>
  )
}

function StatePill({ guest: { request, hold } }: { guest: LeftGuest }) {
  if (hold) {
    return (
      <Pill tone="bad" icon={<ProhibitedRegular />}>
        <Trans id="left-guests.pill.held" message="Held out" />
      </Pill>
    )
  }
  if (request?.state === 'open') {
    return (
      <Pill tone="info" icon={<ChatFilled />}>
        <Trans id="left-guests.pill.asks" message="Asks to come back" />
      </Pill>
    )
  }
  return (
    <Pill tone="neutral" icon={<DoorArrowRightRegular />}>
      <Trans id="left-guests.pill.left" message="Left" />
    </Pill>
  )
}
