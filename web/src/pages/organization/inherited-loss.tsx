import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle'
import type { Membership } from '@foyer/contracts/me'
import { Trans, useLingui } from '@lingui/react'
import { formatNames } from '../../language/names.ts'
import { listInherited } from './inherited.ts'
import styles from './losses.module.css'

/** The groups that end with those that are left, as an entry of the list of what ends. */
export function InheritedLoss({
  left,
  memberships,
}: {
  left: readonly Membership[]
  memberships: readonly Membership[]
}) {
  const { i18n } = useLingui()
  const names = listInherited(left, memberships)
  if (names.length === 0) return null
  return (
    <li className={styles.ends}>
      <DismissCircleFilled />
      <span>
        <Trans
          id="losses.inherited"
          message="{count, plural, one {You also leave {names}, where you are only through this group} other {You also leave {names}, where you are only through these groups}}"
          values={{ count: left.length, names: <bdi>{formatNames(i18n, names)}</bdi> }}
        />
      </span>
    </li>
  )
}
