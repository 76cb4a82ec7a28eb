import type { Guest } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { type KeyboardEvent, memo } from 'react'
import { GridColumn, GridRow, GridTable } from '../../ui/grid-table.tsx'
import { ChooseAll } from './choose-all.tsx'
import { GuestRow } from './guest-row.tsx'
import styles from './guest-table.module.css'
import type { ChosenGuests } from './use-chosen.ts'

/**
 * The guests, one row for each. All rows are there, for the browser's own search and for whoever
 * hears the page; it draws those that are in sight.
 */
export const GuestTable = memo(function GuestTable({
  organization,
  guests,
  count,
  today,
  chosen,
}: {
  organization: OrganizationLocation
  guests: readonly Guest[]
  /** Of all, shown or not. */
  count: number
  today: string
  /** Absent where nobody can be chosen. */
  chosen: ChosenGuests | undefined
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- moves between the boxes in it
    <div className={styles.card} onKeyDown={moveAmongBoxes}>
      <GridTable
        className={`${styles.table} ${chosen ? styles.choosing : ''}`}
        headClassName={styles.columns}
        caption={<Trans id="guests.title" message="My guests" />}
        head={
          <GridRow className={styles.line}>
            {chosen ? (
              <GridColumn>
                <ChooseAll
                  count={guests.filter(({ guestId }) => chosen.ids.has(guestId)).length}
                  of={guests.length}
                  isAnyChosen={chosen.ids.size > 0}
                  onChoose={chosen.chooseAll}
                />
              </GridColumn>
            ) : null}
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
          <GuestRow
            key={guest.guestId}
            slug={organization.slug}
            guest={guest}
            today={today}
            isChosen={chosen?.ids.has(guest.guestId) ?? false}
            onChoose={chosen?.choose}
          />
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

/** From one box to the next with the arrows: between two of them there is a link in each row. */
function moveAmongBoxes(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=checkbox]')]
  const at = boxes.findIndex((box) => box === event.target)
  if (step === 0 || at < 0) return
  event.preventDefault()
  boxes[at + step]?.focus()
}
