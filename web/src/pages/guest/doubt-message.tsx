import { Button } from '@fluentui/react-components'
import type { Doubt } from '@foyer/contracts/doubt'
import type { GuestDetail } from '@foyer/contracts/guest'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { Message } from '../../ui/message.tsx'

/** That a guest is asked whether they still need their access, and what they say. */
export function DoubtMessage({
  guest: { name },
  doubt: { state, askedBy, askedAt, answeredAt, reason },
  isActing,
  onWithdraw,
}: {
  guest: GuestDetail
  doubt: Doubt
  isActing: boolean
  onWithdraw: () => void
}) {
  const { i18n } = useLingui()
  const values = {
    name: <bdi>{name}</bdi>,
    by: <bdi>{askedBy}</bdi>,
    day: formatDay(i18n, askedAt),
    answeredDay: formatDay(i18n, answeredAt ?? askedAt),
  }
  if (state === 'answered') {
    return (
      <Message tone="waiting">
        <p>
          <Trans
            id="guest.doubt.answered"
            message="{name} answered on {answeredDay} that they still need it:"
            values={values}
          />{' '}
          <q>
            <bdi>{reason}</bdi>
          </q>
        </p>
        <p>
          <Trans
            id="guest.doubt.decide"
            message="{by} had asked on {day}. The answer confirms nothing by itself: decide with it."
            values={values}
          />
        </p>
      </Message>
    )
  }
  return (
    <Message
      tone="waiting"
      actions={
        <Button onClick={onWithdraw} disabledFocusable={isActing}>
          <Trans id="stay.take-back" message="Take it back" />
        </Button>
      }
    >
      <p>
        <Trans
          id="guest.doubt.open"
          message="{by} is not sure. {name} was asked on {day}, and has not answered yet."
          values={values}
        />
      </p>
    </Message>
  )
}
