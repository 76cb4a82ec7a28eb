import { Trans } from '@lingui/react'
import { Link } from 'react-router'
import type { SeriesState } from './series-progress.ts'

/** Where it stands in full how leaving one of several goes, or what became of it. */
export function ReceiptLink({
  name,
  address,
  state,
}: {
  name: string
  address: string
  state: SeriesState
}) {
  const values = { name: <bdi>{name}</bdi> }
  return (
    <Link to={address}>
      {state === 'being-left' ? (
        <Trans id="being-left.more" message="How leaving {name} goes" values={values} />
      ) : (
        <Trans id="series.receipt" message="Receipt for {name}" values={values} />
      )}
    </Link>
  )
}
