import { CheckmarkCircleFilled } from '@fluentui/react-icons/headless/svg/checkmark-circle'
import type { Reset } from '@foyer/contracts/reset'
import { Trans, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { formatInstant } from '../../language/dates.ts'
import styles from './reset.module.css'

/** The four things that have to happen, in their order, and which of them have. */
export function Stations({ reset, isOpen }: { reset: Reset; isOpen: boolean }) {
  const { i18n } = useLingui()
  const { from, provedAt, agreedBy, agreedAt, opensAt } = reset
  const at = (instant: string | undefined) => (instant ? formatInstant(i18n, instant) : '')
  const values = {
    from: <bdi>{from}</bdi>,
    by: <bdi>{agreedBy ?? ''}</bdi>,
    proved: at(provedAt),
    agreed: at(agreedAt),
    opens: at(opensAt),
  }
  const stations: readonly (readonly [isOver: boolean, text: ReactNode])[] = [
    [
      provedAt !== undefined,
      provedAt === undefined ? (
        <Trans
          id="reset.station.proof"
          message="Whoever reads {from} says yes: a mail has asked them"
          values={values}
        />
      ) : (
        <Trans
          id="reset.station.proof.over"
          message="Whoever reads {from} said yes on {proved}"
          values={values}
        />
      ),
    ],
    [
      agreedAt !== undefined,
      agreedAt === undefined ? (
        <Trans id="reset.station.agreement" message="Another operator agrees" />
      ) : (
        <Trans
          id="reset.station.agreement.over"
          message="{by} agreed on {agreed}"
          values={values}
        />
      ),
    ],
    [
      isOpen,
      opensAt === undefined ? (
        <Trans id="reset.station.delay" message="For three days everybody can stop it" />
      ) : (
        <Trans
          id="reset.station.delay.until"
          message="Until {opens} nothing is done, and everybody can stop it"
          values={values}
        />
      ),
    ],
    [
      false,
      <Trans
        key="act"
        id="reset.station.act"
        message="An operator sets the sign-in back, and both addresses are told"
      />,
    ],
  ]
  const current = stations.findIndex(([isOver]) => !isOver)
  return (
    <ol className={styles.stations}>
      {stations.map(([isOver, text], place) => (
        <li
          // oxlint-disable-next-line react/no-array-index-key -- there are always these four
          key={place}
          className={isOver ? styles.over : undefined}
          aria-current={place === current ? 'step' : undefined}
        >
          {isOver ? (
            <CheckmarkCircleFilled aria-hidden="true" />
          ) : (
            <span aria-hidden="true">{place + 1}</span>
          )}
          <span>{text}</span>
        </li>
      ))}
    </ol>
  )
}
