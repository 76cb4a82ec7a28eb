import { Button, Checkbox } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useEffect, useRef } from 'react'
import styles from './series.module.css'
import type { Choice } from './use-choice.ts'

const startId = 'choose-groups'
const allId = 'choose-all-groups'

/** Above the groups: the way to choose several, and then all at once. */
export function ChoiceStart({
  choice,
  groupIds,
}: {
  choice: Choice
  /** The groups that can be chosen. */
  groupIds: readonly string[]
}) {
  const { isOpen, chosen } = choice
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (isOpen !== wasOpen.current) document.getElementById(isOpen ? allId : startId)?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  if (!isOpen && groupIds.length < 2) return null
  if (!isOpen) {
    return (
      <div className={styles.start}>
        <Button id={startId} onClick={choice.open}>
          <Trans id="series.choose" message="Leave several" />
        </Button>
      </div>
    )
  }
  const count = groupIds.filter((groupId) => chosen.has(groupId)).length
  const isAll = count === groupIds.length
  return (
    <div className={styles.start}>
      <Checkbox
        id={allId}
        className={styles.all ?? ''}
        size="large"
        checked={isAll || (count > 0 ? 'mixed' : false)}
        onChange={() => choice.choose(groupIds, !isAll)}
        label={<Trans id="series.choose-all" message="Choose all that can be left" />}
      />
    </div>
  )
}
