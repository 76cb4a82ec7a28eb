import styles from './logo.module.css'

/** Foyer's own door, which stands open. */
export function Logo({ size }: { size: number }) {
  return (
    <svg
      className={styles.logo}
      viewBox="0 0 46 52"
      width={(size * 46) / 52}
      height={size}
      aria-hidden="true"
    >
      <path className={styles.arch} d="M0 52V23a23 23 0 0 1 46 0v29H34V25a11 11 0 0 0-22 0v27z" />
      <path className={styles.leaf} d="M12 52V25a11 11 0 0 1 11-11v38z" />
      <path className={styles.light} d="M23 14a11 11 0 0 1 11 11v27H23z" />
      <circle className={styles.knob} cx="18.5" cy="35" r="2.4" />
    </svg>
  )
}
