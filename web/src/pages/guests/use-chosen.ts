import { useCallback, useMemo, useRef, useState } from 'react'

/** Guests who are chosen to be extended together. */
export interface ChosenGuests {
  readonly ids: ReadonlySet<string>
  /** One of a list; with a range, all from the last one that was pressed until this one. */
  readonly choose: (guestId: string, isWanted: boolean, isRange: boolean) => void
  readonly chooseAll: (isWanted: boolean) => void
  readonly clear: () => void
}

/** @param shown in the order in which they stand. */
export function useChosen(shown: readonly { readonly guestId: string }[]): ChosenGuests {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string>(undefined)

  const change = useCallback((guestIds: readonly string[], isWanted: boolean) => {
    setIds((before) => {
      const after = new Set(before)
      for (const guestId of guestIds) {
        if (isWanted) after.add(guestId)
        else after.delete(guestId)
      }
      return after
    })
  }, [])
  const choose = useCallback(
    (guestId: string, isWanted: boolean, isRange: boolean) => {
      const all = shown.map((guest) => guest.guestId)
      const [from, to] = [all.indexOf(last.current ?? ''), all.indexOf(guestId)]
      last.current = guestId
      const isWhole = isRange && from >= 0 && to >= 0
      change(isWhole ? all.slice(Math.min(from, to), Math.max(from, to) + 1) : [guestId], isWanted)
    },
    [shown, change],
  )
  const chooseAll = useCallback(
    (isWanted: boolean) =>
      change(
        shown.map(({ guestId }) => guestId),
        isWanted,
      ),
    [shown, change],
  )
  const clear = useCallback(() => setIds(new Set()), [])
  return useMemo(() => ({ ids, choose, chooseAll, clear }), [ids, choose, chooseAll, clear])
}
