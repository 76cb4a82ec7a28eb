import { Trans, useLingui } from '@lingui/react'
import { formatCalendarDay } from '../../language/dates.ts'
import type { DayProblem, Span } from './extension.ts'

/** Why the day in the field cannot be the new end, and which can. */
export function DayProblemWords({
  problem,
  organization,
  span: { earliest, latest },
  endsOn,
}: {
  problem: DayProblem
  organization: string
  span: Span
  endsOn: string | undefined
}) {
  const { i18n } = useLingui()
  const values = {
    organization: <bdi>{organization}</bdi>,
    earliest: formatCalendarDay(i18n, earliest),
    latest: formatCalendarDay(i18n, latest),
    end: formatCalendarDay(i18n, endsOn ?? earliest),
  }
  switch (problem) {
    case 'missing':
      return <Trans id="guest.extend.missing" message="Choose the new last day." />
    case 'over':
      return (
        <Trans
          id="guest.extend.over"
          message="This day is over. Choose one from {earliest} on."
          values={values}
        />
      )
    case 'not-later':
      return (
        <Trans
          id="guest.extend.not-later"
          message="The access lasts until {end} already. Choose a day from {earliest} on."
          values={values}
        />
      )
    case 'too-late':
      return (
        <Trans
          id="guest.extend.too-late"
          message="{organization} allows until {latest}. Choose an earlier day."
          values={values}
        />
      )
  }
}
