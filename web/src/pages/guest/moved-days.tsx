import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right'
import { Trans, useLingui } from '@lingui/react'
import { formatShortDay } from '../../language/dates.ts'
import styles from './guest.module.css'

/** From which day an end moves to which. */
export function MovedDays({
  endsOn,
  until,
}: {
  /** Undefined where there is no end. */
  endsOn: string | undefined
  /** Undefined while it is none. */
  until: string | undefined
}) {
  const { i18n } = useLingui()
  return (
    <span className={styles.days}>
      {endsOn ? (
        <>
          <span className="foyer-hidden">
            <Trans id="guest.extend.from" message="until now" />{' '}
          </span>
          {until ? (
            <s className={styles.old}>{formatShortDay(i18n, endsOn)}</s>
          ) : (
            <span>{formatShortDay(i18n, endsOn)}</span>
          )}
        </>
      ) : (
        <Trans id="guest.end.none" message="No end is set" />
      )}
      {until ? (
        <>
          <span className={styles.arrow} aria-hidden="true">
            <ArrowRightRegular />
          </span>
          <span className="foyer-hidden">
            <Trans id="guest.extend.to" message="then" />{' '}
          </span>
          <strong>{formatShortDay(i18n, until)}</strong>
        </>
      ) : null}
    </span>
  )
}
