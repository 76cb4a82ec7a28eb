import { Navigate, useOutletContext } from 'react-router'
import type { DepartureContext } from './departure-context.ts'
import { DepartureQuestion } from './departure-question.tsx'

/** Asks once before an organization is left. It stands over the page, at an address of its own. */
export function DepartureDialog() {
  const context = useOutletContext<DepartureContext>()
  if (!context.preview.mayLeave) {
    return <Navigate to={context.page} replace />
  }
  return <DepartureQuestion {...context} />
}
