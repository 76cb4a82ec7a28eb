import { Trans } from '@lingui/react'
import { Announce } from '../ui/announce.tsx'
import { usePatience } from '../ui/patience.ts'
import page from './invitation.module.css'
import styles from './offer-skeleton.module.css'

/** Where the invitation will stand, until it is read. */
export function OfferSkeleton() {
  const patience = usePatience()
  return (
    <>
      {patience === 'short' ? null : (
        <Announce>
          <p className={page.above}>
            <Trans id="skeleton.long" message="Foyer takes longer than usual to answer." />
          </p>
        </Announce>
      )}
      <div className={`${page.page} ${styles.place}`} aria-hidden="true">
        <div className={`${page.card} ${page.letter}`}>
          <div className={page.head}>
            <div className={`${styles.bone} ${styles.door}`} />
            <div className={`${styles.bone} ${styles.title}`} />
          </div>
          <div className={`${styles.bone} ${styles.words}`} />
          <div className={`${styles.bone} ${styles.line}`} />
          <div className={`${styles.bone} ${styles.line}`} />
          <div className={`${styles.bone} ${styles.line}`} />
        </div>
        <div className={page.side}>
          <div className={page.card}>
            <div className={`${styles.bone} ${styles.check}`} />
          </div>
        </div>
        <div className={`${page.card} ${page.answer}`}>
          <div className={`${styles.bone} ${styles.line}`} />
          <div className={`${styles.bone} ${styles.button}`} />
        </div>
      </div>
    </>
  )
}
