import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './text-field.module.css'

/** A field with its name above it, and what is wrong with it below. */
export function TextField({
  label,
  hint,
  wrong,
  ...rest
}: Omit<ComponentProps<'input'>, 'className' | 'id'> & {
  label: ReactNode
  hint?: ReactNode
  wrong?: ReactNode
}) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint} wrong={wrong}>
      <input {...rest} id={id} className={styles.field} {...describe(id, hint, wrong)} />
    </Labelled>
  )
}

export function TextArea({
  label,
  hint,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'className' | 'id'> & { label: ReactNode; hint?: ReactNode }) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint}>
      <textarea {...rest} id={id} className={styles.field} {...describe(id, hint, undefined)} />
    </Labelled>
  )
}

function describe(id: string, hint: ReactNode, wrong: ReactNode) {
  const parts = [hint ? `${id}hint` : '', wrong ? `${id}wrong` : ''].filter((part) => part !== '')
  return {
    'aria-invalid': Boolean(wrong),
    ...(parts.length > 0 ? { 'aria-describedby': parts.join(' ') } : {}),
  }
}

function Labelled({
  id,
  label,
  hint,
  wrong,
  children,
}: {
  id: string
  label: ReactNode
  hint: ReactNode
  wrong?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {children}
      {wrong ? (
        <p id={`${id}wrong`} className={styles.wrong} role="alert">
          {wrong}
        </p>
      ) : null}
    </div>
  )
}
