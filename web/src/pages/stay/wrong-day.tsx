import { Trans, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { formatCalendarDay } from '../../language/dates.ts'
import type { Askable, findWrong } from './access.ts'

/** Why a day cannot be asked for, and which can. */
export function WrongDay({
  wrong,
  askable: { from, until },
  name,
}: {
  wrong: NonNullable<ReturnType<typeof findWrong>>
  askable: Askable
  name: ReactNode
}) {
  const { i18n } = useLingui()
  switch (wrong) {
    case 'missing':
      return <Trans id="stay.wrong.missing" message="Choose a day." />
    case 'too-early':
      return (
        <Trans
          id="stay.wrong.early"
          message="Choose a later day: the first that you can ask for is {day}."
          values={{ day: formatCalendarDay(i18n, from) }}
        />
      )
    case 'too-late':
      return (
        <Trans
          id="stay.wrong.late"
          message="{name} allows until {day}. Choose an earlier day."
          values={{ name, day: formatCalendarDay(i18n, until) }}
        />
      )
  }
}
