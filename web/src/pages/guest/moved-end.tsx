import type { GuestDetail } from '@foyer/contracts/guest'
import { Face } from '../../ui/face.tsx'
import styles from './guest.module.css'
import { MovedDays } from './moved-days.tsx'

/** Whose end moves, from which day to which. */
export function MovedEnd({
  guest: { name, end },
  until,
}: {
  guest: GuestDetail
  /** Undefined while it is none. */
  until: string | undefined
}) {
  return (
    <p className={styles.moved}>
      <Face name={name} size="small" tone="other" />
      <bdi className={styles.voucherName}>{name}</bdi>
      <MovedDays endsOn={end?.on} until={until} />
    </p>
  )
}
