import { Bone } from '../../ui/waiting.tsx'
import styles from './receipt.module.css'

/** Where the receipt will stand. Its heading comes with what it says. */
export function ReceiptSkeleton() {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Bone width={84} height={100} />
        <div className={styles.title}>
          <Bone width="70%" height={36} />
          <Bone width="50%" height={20} />
        </div>
      </div>
      <Bone width="100%" height={220} />
    </div>
  )
}
