import { useEffect, useRef } from 'react'
import { useMatch } from 'react-router'
import { routes } from '../../paths.ts'

/** The button that opens the question. */
export const leaveButtonId = 'leave-organization'

/** Returns the focus to the button when the question closes. */
export function useQuestionFocus(): void {
  const isOpen = useMatch(`${routes.departure}/${routes.confirmDeparture}`) !== null
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) document.getElementById(leaveButtonId)?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
}
