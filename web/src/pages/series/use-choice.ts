import { useMemo, useState } from 'react'

/** Groups that are being chosen to be left together. */
export interface Choice {
  readonly isOpen: boolean
  readonly chosen: ReadonlySet<string>
  readonly open: () => void
  /** Forgets what was chosen. */
  readonly close: () => void
  readonly choose: (groupIds: readonly string[], isWanted: boolean) => void
}

export function useChoice(): Choice {
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  return useMemo(
    () => ({
      isOpen: chosen !== undefined,
      chosen: chosen ?? new Set(),
      open: () => setChosen(new Set()),
      close: () => setChosen(undefined),
      choose: (groupIds, isWanted) =>
        setChosen((before) => {
          const after = new Set(before)
          for (const groupId of groupIds) {
            if (isWanted) after.add(groupId)
            else after.delete(groupId)
          }
          return after
        }),
    }),
    [chosen],
  )
}
