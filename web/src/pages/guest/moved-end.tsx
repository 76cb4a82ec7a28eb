import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right'
import type { GuestDetail } from '@foyer/contracts/guest'
import { Trans, useLingui } from '@lingui/react'
import { formatShortDay } from '../../language/dates.ts'
import { Face } from '../../ui/face.tsx'
import styles from './guest.module.css'

/** Whose end moves, from which day to which. */
export function MovedEnd({
  guest: { name, end },
  until,
}: {
  guest: GuestDetail
  /** Undefined while it is none. */
  until: string | undefined
}) {
  const { i18n } = useLingui()
  return (
    <p className={styles.moved}>
      <Face name={name} size="small" tone="other" />
      <bdi className={styles.voucherName}>{name}</bdi>
      <span className={styles.days}>
        {end ? (
          <>
            <span className="foyer-hidden">
              <Trans id="guest.extend.from" message="until now" />{' '}
            </span>
            {until ? (
              <s className={styles.old}>{formatShortDay(i18n, end.on)}</s>
            ) : (
              <span>{formatShortDay(i18n, end.on)}</span>
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
    </p>
  )
}
