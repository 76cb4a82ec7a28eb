import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle'
import type { LostGroup } from '@foyer/contracts/departure'
import { Trans } from '@lingui/react'
import styles from './departure.module.css'
import { countOfKind, kindsInOrder } from './group-counts.ts'
import { NameList } from './name-list.tsx'

/** The groups that end with the access, kind by kind. */
export function LostGroups({ groups }: { groups: readonly LostGroup[] }) {
  return kindsInOrder.map((kind) => {
    const names = groups.filter((group) => group.kind === kind).map(({ name }) => name)
    if (names.length === 0) return null
    const { id, message } = countOfKind[kind]
    return (
      <li key={kind} className={styles.ends}>
        <DismissCircleFilled />
        <span>
          <Trans
            id={id}
            message={message}
            values={{ count: names.length, names: <NameList names={names} /> }}
            components={{ 0: <strong /> }}
          />
        </span>
      </li>
    )
  })
}
