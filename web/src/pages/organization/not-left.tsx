import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import type { Receipt } from '@foyer/contracts/receipt'
import { Trans } from '@lingui/react'
import { Link } from 'react-router'
import { Say } from '../../language/say.tsx'
import { titleOf } from '../receipt/receipt-title.ts'
import { explainEnd } from '../receipt/receipt-words.ts'
import styles from './groups-card.module.css'

/** Beside a group that was to be left and was not: why, and what remains. */
export function NotLeft({
  receipt,
  address,
  isExplained,
}: {
  receipt: Receipt
  address: string
  /** The group's own reason stands below. */
  isExplained: boolean
}) {
  const { sentence, next } = explainEnd(receipt)
  return (
    <div className={styles.notLeft} role="alert">
      <ErrorCircleFilled />
      <p>
        <Say text={titleOf(receipt)} />
        {'. '}
        {isExplained ? null : (
          <>
            <Say text={sentence} /> <Say text={next} />{' '}
          </>
        )}
        {receipt.state === 'refused' ? (
          <Trans id="not-left.unchanged" message="Nothing was changed." />
        ) : null}{' '}
        <Link to={address}>
          <Trans id="left.receipt" message="See the receipt" />
        </Link>
      </p>
    </div>
  )
}
