import { useEffect, useRef } from 'react'
import { useParams } from 'react-router'
import { focusHeading } from '../../ui/page-title.tsx'

/** The button that opens a group's dialog. */
export function leaveButtonId(groupId: string): string {
  return `leave-${groupId}`
}

/** Returns the focus to the button when the dialog closes, or to the heading when that is gone. */
export function useDialogFocus(): void {
  const { groupId } = useParams()
  const shown = useRef(groupId)
  useEffect(() => {
    const closed = shown.current
    shown.current = groupId
    if (!closed || groupId) return
    const button = document.getElementById(leaveButtonId(closed))
    if (button) button.focus()
    else focusHeading()
  }, [groupId])
}
