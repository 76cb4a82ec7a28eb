import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { BulkItem, BulkItemState } from '@foyer/contracts/bulk-extension'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './bulk.module.css'
import { tellItem } from './item-words.ts'

const signs = {
  waiting: CircleRegular,
  done: CheckmarkCircleFilled,
  'left-out': WarningFilled,
  failed: ErrorCircleFilled,
  stopped: ProhibitedRegular,
} as const

/** What became of one guest, and where it is decided about them alone. */
export function BulkRow({
  organization: { slug, name: organization },
  item,
  until,
}: {
  organization: OrganizationLocation
  item: BulkItem
  until: string
}) {
  const { i18n } = useLingui()
  const { guestId, name, state } = item
  return (
    <Row
      state={state}
      name={name ? <bdi>{name}</bdi> : <Trans id="bulk.unnamed" message="One of those chosen" />}
      words={<Say text={tellItem(i18n, item, { organization, until })} />}
    >
      {name && (state === 'failed' || state === 'left-out') ? (
        <LinkButton
          to={paths.guest(slug, guestId)}
          label={i18n._(
            /*i18n*/ { id: 'bulk.look-at', message: 'Look at {name}', values: { name } },
          )}
        >
          <Trans id="bulk.look-short" message="Look" />
        </LinkButton>
      ) : null}
    </Row>
  )
}

/** Of whom the same is to be said: the first by name, the others by their number. */
export function Several({ items, count }: { items: readonly BulkItem[]; count: number }) {
  const [first] = items
  if (!first) return null
  const others = count - 1
  return (
    <Row
      state={first.state}
      name={
        <Trans
          id="bulk.several"
          message="{others, plural, =0 {{name}} one {{name} and one other} other {{name} and # others}}"
          values={{
            others,
            name: first.name ? (
              <bdi>{first.name}</bdi>
            ) : (
              <Trans id="bulk.unnamed" message="One of those chosen" />
            ),
          }}
        />
      }
      words={
        first.state === 'stopped' ? (
          <Trans id="bulk.item.stopped" message="Not extended: you stopped it before." />
        ) : (
          <Trans id="bulk.item.waiting" message="Waiting" />
        )
      }
    />
  )
}

function Row({
  state,
  name,
  words,
  children,
}: {
  state: BulkItemState
  name: ReactNode
  words: ReactNode
  children?: ReactNode
}) {
  const Sign = signs[state]
  return (
    <li className={styles.row}>
      <span className={styles.sign} data-state={state} aria-hidden="true">
        <Sign />
      </span>
      <div className={styles.words}>
        <div className={styles.who}>
          <span className={styles.name}>{name}</span>
          <span className={styles.small}>{words}</span>
        </div>
        {children}
      </div>
    </li>
  )
}
