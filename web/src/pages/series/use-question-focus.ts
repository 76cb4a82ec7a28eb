import { useEffect, useRef } from 'react'
import { useMatch } from 'react-router'
import { routes } from '../../paths.ts'
import { focusHeading } from '../../ui/page-title.tsx'

/** The button that opens the question. */
export const leaveChosenId = 'leave-chosen'

/** Returns the focus to the button when the question closes, or to the heading when that is gone. */
export function useQuestionFocus(): void {
  const isOpen = useMatch(`${routes.organization}/${routes.leaveSeries}`) !== null
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      const button = document.getElementById(leaveChosenId)
      if (button) button.focus()
      else focusHeading()
    }
    wasOpen.current = isOpen
  }, [isOpen])
}
