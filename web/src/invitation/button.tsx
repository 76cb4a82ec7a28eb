import type { ComponentProps } from 'react'
import styles from './button.module.css'

type Look = 'primary' | 'secondary' | 'subtle'

/** A button without Fluent. One that waits keeps its focus, and does nothing. */
export function Button({
  look = 'secondary',
  isWaiting = false,
  onClick,
  children,
  ...rest
}: Omit<ComponentProps<'button'>, 'className'> & { look?: Look; isWaiting?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={`${styles.button} ${styles[look]}`}
      aria-disabled={isWaiting || undefined}
      onClick={(event) => {
        if (isWaiting) event.preventDefault()
        else onClick?.(event)
      }}
    >
      <span>{children}</span>
    </button>
  )
}

/** A link that looks like one: it goes somewhere and does nothing. */
export function ButtonLink({
  look = 'secondary',
  children,
  ...rest
}: Omit<ComponentProps<'a'>, 'className'> & { href: string; look?: Look }) {
  return (
    <a {...rest} className={`${styles.button} ${styles[look]}`}>
      <span>{children}</span>
    </a>
  )
}
