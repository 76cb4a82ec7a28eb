import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { Guest } from '@foyer/contracts/guest'
import { Trans, useLingui } from '@lingui/react'
import { memo, type ReactNode } from 'react'
import { Link } from 'react-router'
import { formatShortDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Face } from '../../ui/face.tsx'
import { GridCell, GridRow, GridRowName } from '../../ui/grid-table.tsx'
import { MailAddress } from '../../ui/mail-address.tsx'
import { NoEnd } from './no-end.tsx'
import { GuestPill } from './guest-pill.tsx'
import styles from './guest-table.module.css'
import { tellChange, tellEnd, tellUse } from './guest-words.ts'
import type { ChosenGuests } from './use-chosen.ts'

/** One guest; the row leads to their page, and where anything can be decided they can be chosen. */
export const GuestRow = memo(function GuestRow({
  slug,
  guest,
  today,
  isChosen,
  onChoose,
}: {
  slug: string
  guest: Guest
  today: string
  isChosen: boolean
  /** Absent where nobody can be chosen. */
  onChoose: ChosenGuests['choose'] | undefined
}) {
  const { i18n } = useLingui()
  const { guestId, name, mail, end, newGroups, confirmedAt } = guest
  const because = tellEnd(i18n, guest)
  return (
    <GridRow className={`${styles.line} ${styles.row} ${isChosen ? styles.chosen : ''}`}>
      {onChoose ? (
        <GridCell className={styles.choice}>
          {/* The browser's own box: there may be thousands. */}
          <label className={styles.tick}>
            <input
              type="checkbox"
              aria-label={i18n._(
                /*i18n*/ { id: 'guests.choose', message: 'Choose {name}', values: { name } },
              )}
              checked={isChosen}
              onChange={({ currentTarget, nativeEvent }) =>
                onChoose(
                  guestId,
                  currentTarget.checked,
                  nativeEvent instanceof MouseEvent && nativeEvent.shiftKey,
                )
              }
            />
          </label>
        </GridCell>
      ) : null}
      <GridRowName className={styles.guest}>
        <Face name={name} size="small" tone="other" />
        <span className={styles.who}>
          <Link className={styles.name} to={paths.guest(slug, guestId)}>
            <bdi>{name}</bdi>
          </Link>
          {mail ? (
            <span className={styles.small}>
              <MailAddress address={mail} />
            </span>
          ) : null}
        </span>
      </GridRowName>
      <GridCell className={styles.state}>
        <GuestPill guest={guest} today={today} />
      </GridCell>
      <GridCell className={styles.end}>
        {end ? (
          <span className={styles.day}>{formatShortDay(i18n, end.on)}</span>
        ) : (
          <span>
            <NoEnd endOwner={guest.endOwner} />
          </span>
        )}
        {because ? (
          <span className={styles.because}>
            <Say text={because} />
          </span>
        ) : null}
      </GridCell>
      <Named className={styles.use} name={<Trans id="guests.column.use" message="Last activity" />}>
        <Say text={tellUse(i18n, guest, today)} />
      </Named>
      <Named
        className={styles.change}
        name={<Trans id="guests.column.change" message="Since confirmed" />}
      >
        <span className={confirmedAt && newGroups > 0 ? styles.grown : undefined}>
          {confirmedAt && newGroups > 0 ? <WarningFilled fontSize={16} /> : null}
          <Say text={tellChange(guest)} />
        </span>
      </Named>
    </GridRow>
  )
})

/** A fact with the name of its column, where that does not stand above it. */
function Named({
  name,
  className,
  children,
}: {
  name: ReactNode
  className: string | undefined
  children: ReactNode
}) {
  return (
    <GridCell className={className}>
      <span className={styles.label}>{name}</span>
      {children}
    </GridCell>
  )
}
