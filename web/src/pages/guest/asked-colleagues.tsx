import type { Succession } from '@foyer/contracts/succession'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { Face } from '../../ui/face.tsx'
import styles from './guest.module.css'

/** Who is asked to vouch, since when, and until when nobody else is; whether they said no, nobody reads. */
export function AskedColleagues({ asked }: Pick<Succession, 'asked'>) {
  const { i18n } = useLingui()
  return (
    <ul className={styles.vouchers}>
      {asked.map(({ name, askedAt, answersUntil }, place) => (
        <li key={`${name} ${askedAt}`}>
          <Face name={name} size="small" tone="other" />
          <span className={styles.voucher}>
            <bdi className={styles.voucherName}>{name}</bdi>
            <span className={styles.small}>
              {place === asked.length - 1 ? (
                <Trans
                  id="succession.asked"
                  message="Asked on {day}. Without an answer the next one is asked on {until}."
                  values={{ day: formatDay(i18n, askedAt), until: formatDay(i18n, answersUntil) }}
                />
              ) : (
                <Trans
                  id="succession.asked-before"
                  message="Asked on {day}"
                  values={{ day: formatDay(i18n, askedAt) }}
                />
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
