import { ProgressBar } from '@fluentui/react-components'
import type { Bulk, BulkItem, BulkItemState } from '@foyer/contracts/bulk-extension'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Card } from '../../ui/card.tsx'
import { BulkRow, Several } from './bulk-row.tsx'
import { countWanted, settledShare } from './bulk-progress.ts'
import styles from './bulk.module.css'

/** How many are done, and of whom somebody should know first. */
export function BulkCard({
  organization,
  bulk,
  children,
}: {
  organization: OrganizationLocation
  bulk: Bulk
  children: ReactNode
}) {
  const { i18n } = useLingui()
  const of = (state: BulkItemState) => bulk.items.filter((item) => item.state === state)
  const alone = (items: readonly BulkItem[]) =>
    items.map((item) => (
      <BulkRow key={item.guestId} organization={organization} item={item} until={bulk.until} />
    ))
  const done = of('done')
  return (
    <Card
      heading={
        <Trans
          id="bulk.count"
          message="{done} of {count} done"
          values={{ done: bulk.done, count: countWanted(bulk) }}
        />
      }
    >
      <ProgressBar
        className={styles.bar ?? ''}
        thickness="large"
        value={settledShare(bulk)}
        aria-label={i18n._(/*i18n*/ { id: 'bulk.bar', message: 'Guests of whom it is settled' })}
      />
      <ul className={styles.rows}>
        {alone(of('failed'))}
        {alone(of('left-out'))}
        <Several items={of('stopped')} count={bulk.stopped} />
        {alone(done)}
        <Several items={of('waiting')} count={bulk.waiting} />
      </ul>
      {bulk.done > done.length ? (
        <p className={`${styles.small} ${styles.rest}`}>
          <Trans
            id="bulk.rest"
            message="{count, plural, one {One more is done, and is named in the file.} other {# more are done, and are named in the file.}}"
            values={{ count: bulk.done - done.length }}
          />
        </p>
      ) : null}
      {children}
    </Card>
  )
}
