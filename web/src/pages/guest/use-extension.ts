import { useRef, useState } from 'react'
import { findDayProblem, type Span } from './extension.ts'

/** Until when somebody may stay and why, while it is being written. */
export function useExtension({
  today,
  span,
  first,
}: {
  today: string
  span: Span
  /** What stands in the fields at first. */
  first: { readonly until: string; readonly reason: string }
}) {
  const dayField = useRef<HTMLInputElement>(null)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const [until, setUntil] = useState(first.until)
  const [reason, setReason] = useState(first.reason)
  // What is still being typed is not wrong yet.
  const [isDayLeft, setDayLeft] = useState(false)
  const [isSent, setSent] = useState(false)
  const problem = findDayProblem(until, today, span)
  const isReasonMissing = reason.trim() === ''
  return {
    until,
    reason,
    span,
    problem,
    isDayWrong: problem !== undefined && (isSent || (isDayLeft && problem !== 'missing')),
    isReasonWrong: isSent && isReasonMissing,
    dayField,
    reasonField,
    leaveDay: () => setDayLeft(true),
    writeDay: (day: string) => {
      setUntil(day)
      setDayLeft(false)
    },
    writeReason: setReason,
    /** What is to be sent; where something is missing, that field has the focus in its place. */
    complete: () => {
      setSent(true)
      if (problem) dayField.current?.focus()
      else if (isReasonMissing) reasonField.current?.focus()
      else return { until, reason: reason.trim() }
      return undefined
    },
  }
}

export type Extension = ReturnType<typeof useExtension>
