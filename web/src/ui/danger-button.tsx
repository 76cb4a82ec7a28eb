import { Button } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import styles from './danger-button.module.css'

/** The button of an act that ends something, inside of the question that asks for it. */
export function DangerButton({
  isBusy,
  icon = null,
  onClick,
  children,
}: {
  isBusy: boolean
  icon?: ReactElement | null
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Button className={styles.danger} icon={icon} onClick={onClick} disabledFocusable={isBusy}>
      {children}
    </Button>
  )
}
