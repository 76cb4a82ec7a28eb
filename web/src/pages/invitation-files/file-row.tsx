import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { BulkItemState } from '@foyer/contracts/bulk-extension'
import { Trans } from '@lingui/react'
import type { ReactNode } from 'react'
import styles from './invitation-files.module.css'

const signs = {
  waiting: CircleRegular,
  done: CheckmarkCircleFilled,
  'left-out': WarningFilled,
  failed: ErrorCircleFilled,
  stopped: ProhibitedRegular,
} as const

/** Of whom a row is, in which line it stands, and what is to be said of it. */
export function FileRow({
  state,
  line,
  name = '',
  mail = '',
  children,
}: {
  state: BulkItemState
  line: number
  name?: string | undefined
  mail?: string | undefined
  children: ReactNode
}) {
  const Sign = signs[state]
  return (
    <li className={styles.row}>
      <span className={styles.sign} data-state={state} aria-hidden="true">
        <Sign />
      </span>
      <span className={styles.name}>
        {name === '' && mail === '' ? (
          <Trans id="invitation-file.unnamed" message="A row without a name" />
        ) : (
          <bdi>{name}</bdi>
        )}
        <bdi className={styles.address}>{mail}</bdi>
      </span>
      <span className={styles.small}>
        <Trans id="invitation-file.line" message="Line {line}:" values={{ line }} /> {children}
      </span>
    </li>
  )
}
