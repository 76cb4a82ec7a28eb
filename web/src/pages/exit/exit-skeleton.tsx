import { Bone } from '../../ui/waiting.tsx'
import styles from './exit.module.css'

/** Where a page without a sign-in will stand. Its heading comes with what it says. */
export function ExitSkeleton() {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Bone width={84} height={100} />
        <div className={styles.title}>
          <Bone width="70%" height={36} />
          <Bone width="90%" height={24} />
        </div>
      </div>
      <Bone width="100%" height={200} />
    </div>
  )
}
