import { Field, Input, Textarea } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import type { ReactElement } from 'react'
import { formatCalendarDay } from '../../language/dates.ts'
import { DayProblemWords } from './day-problem-words.tsx'
import styles from './guest.module.css'
import type { Extension } from './use-extension.ts'

/** As long as a reason may be. */
const mostLetters = 500

/** Until when, and why: both are needed, and whoever is extended reads both. */
export function ExtensionFields({
  extension,
  organization,
  endsOn,
  dayLabel = <Trans id="guest.extend.day" message="New end date" />,
  hint,
  reasonLabel,
  isActing,
}: {
  extension: Extension
  organization: string
  /** The end that is moved, where it is one. */
  endsOn?: string | undefined
  dayLabel?: ReactElement
  /** Which days there are, where the organization does not say it. */
  hint?: ReactElement
  reasonLabel: ReactElement
  isActing: boolean
}) {
  const { i18n } = useLingui()
  const { span, problem, isDayWrong, isReasonWrong } = extension
  const cap = (
    <Trans
      id="guest.cap"
      message="{organization} allows until {day}."
      values={{
        organization: <bdi>{organization}</bdi>,
        day: formatCalendarDay(i18n, span.latest),
      }}
    />
  )
  return (
    <div className={styles.fields}>
      <Field
        label={dayLabel}
        required
        validationState={isDayWrong ? 'error' : 'none'}
        {...(isDayWrong && problem
          ? {
              validationMessage: (
                <DayProblemWords
                  problem={problem}
                  organization={organization}
                  span={span}
                  endsOn={endsOn}
                />
              ),
            }
          : {})}
        // What is wrong about a day that is too late says it too.
        {...(isDayWrong && problem === 'too-late' ? {} : { hint: hint ?? cap })}
      >
        <Input
          input={{ ref: extension.dayField }}
          type="date"
          size="large"
          min={span.earliest}
          max={span.latest}
          value={extension.until}
          disabled={isActing}
          onBlur={extension.leaveDay}
          onChange={(_, { value }) => extension.writeDay(value)}
        />
      </Field>
      <Field
        label={reasonLabel}
        required
        validationState={isReasonWrong ? 'error' : 'none'}
        {...(isReasonWrong
          ? {
              validationMessage: (
                <Trans id="answers.reason.missing" message="Say why, in a few words." />
              ),
            }
          : {})}
      >
        <Textarea
          textarea={{ ref: extension.reasonField }}
          value={extension.reason}
          maxLength={mostLetters}
          resize="vertical"
          disabled={isActing}
          onChange={(_, { value }) => extension.writeReason(value)}
        />
      </Field>
    </div>
  )
}
