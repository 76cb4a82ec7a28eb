import { Button } from '@fluentui/react-components'
import type { Me } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { StayRequest } from '@foyer/contracts/stay'
import { Trans, useLingui } from '@lingui/react'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Message } from '../../ui/message.tsx'
import styles from './access-card.module.css'
import { tellAnswer } from './request-words.ts'
import { TakeBackFailure } from './take-back-failure.tsx'
import type { Stay } from './use-stay.ts'
import { tellWaiting } from './whom-to-ask.ts'

/** How the last request stands: that it waits, or what was answered. */
export function RequestState({
  organization,
  me,
  request,
  stay: { isActing, outcome, act },
}: {
  organization: OrganizationLocation
  me: Me
  request: StayRequest
  stay: Stay
}) {
  const { i18n } = useLingui()
  const isOpen = request.state === 'open'
  const sentence = isOpen
    ? tellWaiting(i18n, me, {
        askedDay: formatDay(i18n, request.askedAt),
        day: formatCalendarDay(i18n, request.until),
      })
    : tellAnswer(i18n, request, me.organization.name)
  if (!sentence) return null
  const withdraw = () => act({ what: 'withdraw' })
  const failure = isOpen && outcome?.act.what === 'withdraw' ? outcome.failure : undefined
  return (
    <div className={styles.part}>
      <Message
        tone={isOpen ? 'waiting' : request.state === 'granted' ? 'done' : 'warning'}
        actions={
          isOpen && !failure ? (
            <Button onClick={withdraw} disabledFocusable={isActing}>
              <Trans id="stay.take-back" message="Take it back" />
            </Button>
          ) : undefined
        }
      >
        <p>
          <Say text={sentence} />
        </p>
        {isOpen ? (
          <p>
            <Trans
              id="asking.reason"
              message="You wrote: {reason}"
              values={{ reason: <q>{request.reason}</q> }}
            />
          </p>
        ) : null}
        {request.note ? (
          <p>
            <Trans
              id="asking.note"
              message="They wrote to you: {note}"
              values={{ note: <q>{request.note}</q> }}
            />
          </p>
        ) : null}
      </Message>
      {failure ? (
        <div className={styles.part}>
          <TakeBackFailure
            failure={failure}
            organization={organization}
            isRetrying={isActing}
            onRetry={withdraw}
          />
        </div>
      ) : null}
    </div>
  )
}
