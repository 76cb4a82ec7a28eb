import { Button, Field, Textarea } from '@fluentui/react-components'
import { ChatFilled } from '@fluentui/react-icons/svg/chat'
import type { Doubt } from '@foyer/contracts/doubt'
import type { Me } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useEffect, useRef, useState } from 'react'
import { formatDay } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { focusHeading } from '../../ui/page-title.tsx'
import styles from './doubt-card.module.css'
import type { Stay } from './use-stay.ts'

/** Whether a guest still needs their access, where somebody asks: one answer is as easy as the other. */
export function DoubtCard({
  organization,
  me,
  stay,
}: {
  organization: OrganizationLocation
  me: Me
  stay: Stay
}) {
  const doubt = stay.access?.doubt
  const { outcome } = stay
  const isSaid = doubt?.state === 'answered' && outcome?.act.what === 'need' && !outcome.failure
  useEffect(() => {
    // The button that had the focus is gone.
    if (isSaid) focusHeading()
  }, [isSaid])
  if (!doubt) return null
  return (
    <div className={styles.card}>
      <Card
        heading={
          <span className={styles.head}>
            <ChatFilled fontSize={20} aria-hidden />
            <span>
              <Trans
                id="doubt.title"
                message="{by} asks whether you still need your access"
                values={{ by: <bdi>{doubt.askedBy}</bdi> }}
              />
            </span>
          </span>
        }
      >
        {doubt.state === 'answered' ? (
          <>
            <Answered doubt={doubt} />
            {isSaid ? (
              <Announce>
                <p className="foyer-hidden">
                  <Trans id="doubt.said" message="Your answer was sent." />
                </p>
              </Announce>
            ) : null}
          </>
        ) : (
          <Asked organization={organization} me={me} doubt={doubt} stay={stay} />
        )}
      </Card>
    </div>
  )
}

function Answered({ doubt: { askedBy, askedAt, answeredAt, reason } }: { doubt: Doubt }) {
  const { i18n } = useLingui()
  return (
    <>
      <p className={styles.text}>
        <Trans
          id="doubt.answered"
          message="You answered on {day} that you need it. {by} reads it, and decides."
          values={{ day: formatDay(i18n, answeredAt ?? askedAt), by: <bdi>{askedBy}</bdi> }}
        />
      </p>
      <p className={styles.text}>
        <Trans
          id="asking.reason"
          message="You wrote: {reason}"
          values={{ reason: <q>{reason}</q> }}
        />
      </p>
    </>
  )
}

const longestReason = 500

function Asked({
  organization,
  me,
  doubt: { askedBy, askedAt },
  stay: { isActing, isRenewing, outcome, act },
}: {
  organization: OrganizationLocation
  me: Me
  doubt: Doubt
  stay: Stay
}) {
  const { i18n } = useLingui()
  const field = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const isMissing = reason.trim() === ''
  const own = outcome?.act.what === 'need' ? outcome : undefined
  const isBusy = isActing || (own !== undefined && !own.failure && isRenewing)
  const values = {
    by: <bdi>{askedBy}</bdi>,
    name: <bdi>{me.organization.name}</bdi>,
    day: formatDay(i18n, askedAt),
  }
  const send = () => {
    setIsChecked(true)
    if (isMissing) field.current?.focus()
    else act({ what: 'need', reason: reason.trim() })
  }
  return (
    <>
      <p className={styles.text}>
        <Trans
          id="doubt.text"
          message="Asked on {day}. Your answer changes nothing by itself: {by} decides with it. If you do not need it any more, you can leave."
          values={values}
        />
      </p>
      <Field
        className={styles.reason ?? ''}
        label={<Trans id="doubt.reason" message="Why you still need it" />}
        hint={
          <Trans
            id="doubt.reason.hint"
            message="Those who decide at {name} read it. {count} of {most} characters"
            values={{ name: values.name, count: reason.length, most: longestReason }}
          />
        }
        {...(isChecked && isMissing
          ? {
              validationState: 'error',
              validationMessage: (
                <Trans id="answers.reason.missing" message="Say why, in a few words." />
              ),
            }
          : {})}
      >
        <Textarea
          textarea={{ ref: field }}
          value={reason}
          maxLength={longestReason}
          resize="vertical"
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      {own?.failure && !isActing ? (
        <div className={styles.failure}>
          <FailureMessage
            failure={own.failure}
            organization={organization}
            fact={
              own.failure.isUncertain ? (
                <Trans
                  id="stay.ask.unknown"
                  message="Whether it was sent could not be seen. To try again does no harm."
                />
              ) : (
                <Trans id="stay.ask.unsent" message="Nothing was sent." />
              )
            }
            isRetrying={isBusy}
            onRetry={send}
          />
        </div>
      ) : null}
      <div className={styles.acts}>
        <Button onClick={send} disabledFocusable={isBusy}>
          <Trans id="doubt.need" message="I still need it" />
        </Button>
        <LinkButton to={paths.departure(organization.slug)}>
          <Trans id="stay.leave" message="I no longer need this" />
        </LinkButton>
      </div>
    </>
  )
}
