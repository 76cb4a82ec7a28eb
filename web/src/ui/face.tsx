import { initialsOf } from '../language/names.ts'
import styles from './face.module.css'

const colours = ['sand', 'sky', 'rose', 'sea', 'leaf', 'plum'] as const

/** Always the same one for a name, so that people are told apart in a list. */
function colourOf(name: string): (typeof colours)[number] {
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return colours[sum % colours.length] ?? 'sand'
}

/** The round sign of a person, beside their name. */
export function Face({
  name,
  size,
  tone,
}: {
  name: string
  size: 'tiny' | 'small' | 'medium' | 'large'
  tone: 'own' | 'other'
}) {
  return (
    <span
      className={`${styles.face} ${styles[size]} ${styles[tone === 'own' ? 'own' : colourOf(name)]}`}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  )
}
