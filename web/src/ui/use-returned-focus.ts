import { useEffect, useRef } from 'react'
import { focusHeading } from './page-title.tsx'

/**
 * Gives the focus back to the button that opened a question, or to the heading where that is gone.
 *
 * @param openedBy the button's id, while the question is open.
 */
export function useReturnedFocus(openedBy: string | undefined): void {
  const last = useRef(openedBy)
  useEffect(() => {
    const closed = last.current
    last.current = openedBy
    if (closed === undefined || openedBy !== undefined) return
    const button = document.getElementById(closed)
    if (button) button.focus()
    else focusHeading()
  }, [openedBy])
}
