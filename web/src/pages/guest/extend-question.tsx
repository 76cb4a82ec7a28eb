import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import { useRef, useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { formatCalendarDay } from '../../language/dates.ts'
import { paths, untilParameter } from '../../paths.ts'
import type { Begun } from '../../session/begun.ts'
import { Question } from '../../ui/question.tsx'
import { DayProblemWords } from './day-problem-words.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import { findDayProblem, type Span } from './extension.ts'
import { failureOf } from './failure-of.ts'
import type { GuestContext } from './guest-context.ts'
import { MovedEnd } from './moved-end.tsx'
import { SignedInAnew } from './signed-in-anew.tsx'
import styles from './guest.module.css'

/** As long as a reason may be. */
const mostLetters = 500

/** Until when, and why: both are needed, and the guest reads both. */
export function ExtendQuestion({
  organization,
  guest,
  isActing,
  outcome,
  decide,
  span,
  begun,
}: GuestContext & { span: Span; begun: Begun | undefined }) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const dayField = useRef<HTMLInputElement>(null)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const [before] = useState(outcome)
  const [search] = useSearchParams()
  const [until, setUntil] = useState(begun?.words['until'] ?? search.get(untilParameter) ?? '')
  const [reason, setReason] = useState(begun?.words['reason'] ?? '')
  // What is still being typed is not wrong yet.
  const [isDayLeft, setDayLeft] = useState(false)
  const [isSent, setSent] = useState(false)
  const { guestId, name, today, end } = guest
  const page = paths.guest(organization.slug, guestId)
  const problem = findDayProblem(until, today, span)
  const isDayWrong = problem !== undefined && (isSent || (isDayLeft && problem !== 'missing'))
  const isReasonMissing = reason.trim() === ''
  const failure = outcome === before ? undefined : failureOf(outcome)
  const day = (on: string) => formatCalendarDay(i18n, on)
  const cap = (
    <Trans
      id="guest.cap"
      message="{organization} allows until {day}."
      values={{ organization: <bdi>{organization.name}</bdi>, day: day(span.latest) }}
    />
  )

  const close = () => {
    if (!isActing) void navigate(page, { replace: true })
  }
  const send = () => {
    setSent(true)
    if (problem) dayField.current?.focus()
    else if (isReasonMissing) reasonField.current?.focus()
    else {
      const what = guest.request ? 'grant' : 'extend'
      decide({ what, until, reason: reason.trim() }, paths.extendGuest(organization.slug, guestId))
    }
  }
  if (outcome && outcome !== before && !failure) return <Navigate to={page} replace />
  return (
    <Question
      title={
        <Trans
          id="guest.extend.title"
          message="Extend {name}"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
      isForm
      isBusy={isActing}
      onCancel={close}
      actions={
        <>
          <Button onClick={close} disabledFocusable={isActing}>
            <Trans id="answers.cancel" message="Cancel" />
          </Button>
          <Button appearance="primary" disabledFocusable={isActing} onClick={send}>
            {problem ? (
              <Trans id="guest.extend.open" message="Extend" />
            ) : (
              <Trans
                id="guest.extend.until"
                message="Extend to {day}"
                values={{ day: day(until) }}
              />
            )}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <Field
          label={<Trans id="guest.extend.day" message="New end date" />}
          required
          validationState={isDayWrong ? 'error' : 'none'}
          {...(isDayWrong
            ? {
                validationMessage: (
                  <DayProblemWords
                    problem={problem}
                    organization={organization.name}
                    span={span}
                    endsOn={end?.on}
                  />
                ),
              }
            : {})}
          // What is wrong about a day that is too late says it too.
          {...(isDayWrong && problem === 'too-late' ? {} : { hint: cap })}
        >
          <Input
            input={{ ref: dayField }}
            type="date"
            size="large"
            min={span.earliest}
            max={span.latest}
            value={until}
            disabled={isActing}
            onBlur={() => setDayLeft(true)}
            onChange={(_, { value }) => {
              setUntil(value)
              setDayLeft(false)
            }}
          />
        </Field>
        <Field
          label={<Trans id="guest.extend.reason" message="Your reason, the guest sees it" />}
          required
          validationState={isSent && isReasonMissing ? 'error' : 'none'}
          {...(isSent && isReasonMissing
            ? {
                validationMessage: (
                  <Trans id="answers.reason.missing" message="Say why, in a few words." />
                ),
              }
            : {})}
        >
          <Textarea
            textarea={{ ref: reasonField }}
            value={reason}
            maxLength={mostLetters}
            resize="vertical"
            disabled={isActing}
            onChange={(_, { value }) => setReason(value)}
          />
        </Field>
      </div>
      <SignedInAnew begun={begun} />
      <MovedEnd guest={guest} until={problem ? undefined : until} />
      {failure ? (
        <DecisionFailure
          organization={organization}
          failure={failure}
          isActing={isActing}
          onRetry={send}
        />
      ) : null}
    </Question>
  )
}
