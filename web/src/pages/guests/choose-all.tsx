import { Trans } from '@lingui/react'
import { useEffect, useRef } from 'react'
import { extendChosenId } from './chosen-guests-bar.tsx'
import styles from './guest-table.module.css'

/** Above the rows: chooses all that are shown; and once somebody is chosen, the way past the rows. */
export function ChooseAll({
  count,
  of,
  isAnyChosen,
  onChoose,
}: {
  /** How many of those that are shown are chosen. */
  count: number
  /** How many are shown. */
  of: number
  isAnyChosen: boolean
  onChoose: (isWanted: boolean) => void
}) {
  const box = useRef<HTMLInputElement>(null)
  const isAll = count === of
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && !isAll
  }, [count, isAll])
  return (
    <>
      <label className={styles.tick}>
        <input ref={box} type="checkbox" checked={isAll} onChange={() => onChoose(!isAll)} />
        <span className={styles.all}>
          <Trans id="guests.choose-all" message="Choose all that are shown" />
        </span>
      </label>
      {isAnyChosen ? (
        <button
          type="button"
          className={styles.skip}
          onClick={() => document.getElementById(extendChosenId)?.focus()}
        >
          <Trans id="guests.skip" message="Skip to what can be done with them" />
        </button>
      ) : null}
    </>
  )
}
