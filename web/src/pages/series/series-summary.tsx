import { Trans, useLingui } from '@lingui/react'
import { formatNames } from '../../language/names.ts'
import { type SeriesEntry, stateOf } from './series-progress.ts'

/** How many groups of a series are left, and which are not, in one line. */
export function SeriesSummary({
  entries,
  isOver,
}: {
  entries: readonly SeriesEntry[]
  isOver: boolean
}) {
  const { i18n } = useLingui()
  const rest = entries.filter((entry) => stateOf(entry) !== 'left')
  const count = entries.length
  const left = count - rest.length
  const names = formatNames(
    i18n,
    rest.map(({ name }) => name),
  )
  if (!isOver) {
    return (
      <Trans
        id="series.going"
        message="{count, plural, one {Leaving one group} other {Leaving groups: {left} of # left}}"
        values={{ count, left }}
      />
    )
  }
  return rest.length === 0 ? (
    <Trans
      id="series.all-left"
      message="{count, plural, one {You left the group} other {You left # groups}}"
      values={{ count }}
    />
  ) : (
    <Trans
      id="series.some-left"
      message="{count, plural, one {The group is not left: {names}} other {{left} of # groups left, {rest} not: {names}}}"
      values={{ count, left, rest: rest.length, names: <bdi>{names}</bdi> }}
    />
  )
}
