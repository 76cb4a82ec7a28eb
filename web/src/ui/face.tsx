import { initialsOf } from '../language/names.ts'
import styles from './face.module.css'

/** The round sign of a person, beside their name. */
export function Face({
  name,
  size,
  tone,
}: {
  name: string
  size: 'tiny' | 'small' | 'medium'
  tone: 'own' | 'other'
}) {
  return (
    <span className={`${styles.face} ${styles[size]} ${styles[tone]}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
