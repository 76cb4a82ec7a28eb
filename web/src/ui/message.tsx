import { CheckmarkCircleFilled } from '@fluentui/react-icons/headless/svg/checkmark-circle'
import { ClockFilled } from '@fluentui/react-icons/headless/svg/clock'
import { CloudOffRegular } from '@fluentui/react-icons/headless/svg/cloud-off'
import { ErrorCircleFilled } from '@fluentui/react-icons/headless/svg/error-circle'
import { KeyFilled } from '@fluentui/react-icons/headless/svg/key'
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning'
import type { ReactNode } from 'react'
import styles from './message.module.css'

const icons = {
  done: CheckmarkCircleFilled,
  offline: CloudOffRegular,
  danger: ErrorCircleFilled,
  key: KeyFilled,
  waiting: ClockFilled,
  warning: WarningFilled,
} as const

/** Says something beside what it concerns. */
export function Message({
  tone,
  role,
  children,
  actions,
  aside,
}: {
  tone: keyof typeof icons
  /** Only for errors; results are told by the page's status region. */
  role?: 'alert'
  children: ReactNode
  actions?: ReactNode
  aside?: ReactNode
}) {
  const Icon = icons[tone]
  return (
    <div className={`${styles.message} ${styles[tone]}`} role={role}>
      <Icon />
      <div className={styles.text}>
        {children}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
        {aside ? <p className={styles.aside}>{aside}</p> : null}
      </div>
    </div>
  )
}
