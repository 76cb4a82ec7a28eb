import type { Guest } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { memo } from 'react'
import { GridColumn, GridRow, GridTable } from '../../ui/grid-table.tsx'
import { GuestRow } from './guest-row.tsx'
import styles from './guest-table.module.css'

/**
 * The guests, one row for each. All rows are there, for the browser's own search and for whoever
 * hears the page; it draws those that are in sight.
 */
export const GuestTable = memo(function GuestTable({
  organization,
  guests,
  count,
  today,
}: {
  organization: OrganizationLocation
  guests: readonly Guest[]
  /** Of all, shown or not. */
  count: number
  today: string
}) {
  return (
    <div className={styles.card}>
      <GridTable
        className={styles.table}
        headClassName={styles.columns}
        caption={<Trans id="guests.title" message="My guests" />}
        head={
          <GridRow className={styles.line}>
            <GridColumn>
              <Trans id="guests.column.guest" message="Guest" />
            </GridColumn>
            <GridColumn>
              <Trans id="guests.column.state" message="State" />
            </GridColumn>
            <GridColumn>
              <Trans id="guests.column.end" message="Access ends, because" />
            </GridColumn>
            <GridColumn>
              <Trans id="guests.column.use" message="Last activity" />
            </GridColumn>
            <GridColumn>
              <Trans id="guests.column.change" message="Since confirmed" />
            </GridColumn>
          </GridRow>
        }
      >
        {guests.map((guest) => (
          <GuestRow key={guest.guestId} slug={organization.slug} guest={guest} today={today} />
        ))}
      </GridTable>
      <p className={styles.foot}>
        <Trans
          id="guests.foot"
          message="{shown} of {count} shown, those that need you first. Dates of use can be a day late; “unknown” does not mean unused: whoever only reads mail never signs in."
          values={{ shown: guests.length, count }}
        />
      </p>
    </div>
  )
})
