import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import { type RefObject, useRef, useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { formatCalendarDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Question } from '../../ui/question.tsx'
import { type Askable, findWrong } from './access.ts'
import styles from './access-card.module.css'
import type { StayContext } from './use-stay.ts'
import { tellWhoIsAsked } from './whom-to-ask.ts'
import { WrongDay } from './wrong-day.tsx'

const longestReason = 500

/** Until when, why, and who will read it. */
export function StayQuestion({
  organization,
  me,
  stay,
  askable,
}: StayContext & { askable: Askable }) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const dayField = useRef<HTMLInputElement>(null)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const [day, setDay] = useState('')
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  // What came of an earlier question is not told in this one.
  const [before] = useState(stay.outcome)
  const outcome = stay.outcome === before ? undefined : stay.outcome
  const isBusy = stay.isActing || (outcome !== undefined && stay.isRenewing)
  const page = paths.organization(organization.slug)
  const name = <bdi>{me.organization.name}</bdi>

  const wrong = findWrong(day, askable)
  const isReasonMissing = reason.trim() === ''
  const cancel = () => void navigate(page, { replace: true })
  const focus = (field: RefObject<HTMLElement | null>) => field.current?.focus()
  const send = () => {
    setIsChecked(true)
    if (wrong) focus(dayField)
    else if (isReasonMissing) focus(reasonField)
    else stay.act({ what: 'ask', until: day, reason: reason.trim() })
  }

  if (outcome && !outcome.failure && !isBusy) return <Navigate to={page} replace />
  return (
    <Question
      isForm
      title={<Trans id="stay.ask.title" message="Ask to stay at {name}" values={{ name }} />}
      isBusy={isBusy}
      onCancel={cancel}
      actions={
        <>
          <Button onClick={cancel} disabledFocusable={isBusy}>
            <Trans id="answers.cancel" message="Cancel" />
          </Button>
          <Button appearance="primary" onClick={send} disabledFocusable={isBusy}>
            <span>
              {isBusy ? (
                <Trans id="receipt.undo.sending" message="Asking …" />
              ) : wrong ? (
                <Trans id="stay.ask.button" message="Ask to stay" />
              ) : (
                <Trans
                  id="stay.ask.button.until"
                  message="Ask to stay until {day}"
                  values={{ day: formatCalendarDay(i18n, day) }}
                />
              )}
            </span>
          </Button>
        </>
      }
    >
      <p>
        <Say text={tellWhoIsAsked(i18n, me)} />
      </p>
      <Field
        label={<Trans id="stay.ask.day" message="Until when you would like to stay" />}
        // A day that is too late says the same.
        hint={
          wrong === 'too-late' ? null : (
            <Trans
              id="stay.ask.cap"
              message="{name} allows until {day}."
              values={{ name, day: formatCalendarDay(i18n, askable.until) }}
            />
          )
        }
        required
        {...(wrong && (isChecked || wrong !== 'missing')
          ? {
              validationState: 'error',
              validationMessage: <WrongDay wrong={wrong} askable={askable} name={name} />,
            }
          : {})}
      >
        <Input
          className={styles.day ?? ''}
          input={{ ref: dayField }}
          size="large"
          type="date"
          min={askable.from}
          max={askable.until}
          value={day}
          onChange={(_, { value }) => setDay(value)}
        />
      </Field>
      <Field
        label={<Trans id="stay.ask.reason" message="Why" />}
        hint={
          <Trans
            id="stay.ask.count"
            message="{count} of {most} characters"
            values={{ count: reason.length, most: longestReason }}
          />
        }
        required
        {...(isChecked && isReasonMissing
          ? {
              validationState: 'error',
              validationMessage: (
                <Trans id="answers.reason.missing" message="Say why, in a few words." />
              ),
            }
          : {})}
      >
        <Textarea
          textarea={{ ref: reasonField }}
          size="large"
          value={reason}
          maxLength={longestReason}
          resize="vertical"
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      {outcome?.failure ? (
        <FailureMessage
          failure={outcome.failure}
          organization={organization}
          fact={
            outcome.failure.isUncertain ? (
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
      ) : null}
    </Question>
  )
}
