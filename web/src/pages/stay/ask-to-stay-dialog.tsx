import { Navigate, useOutletContext } from 'react-router'
import { paths } from '../../paths.ts'
import { findAskable } from './access.ts'
import { StayQuestion } from './stay-question.tsx'
import type { StayContext } from './use-stay.ts'

/** Asks to stay longer. It stands over the organization's page, at its own address. */
export function AskToStayDialog() {
  const context = useOutletContext<StayContext>()
  const { organization, stay } = context
  if (!stay.answer) return null

  const askable = stay.access && findAskable(stay.access)
  // Asked already, or nobody can be asked: the page tells which.
  if (!askable || typeof askable === 'string' || stay.access?.request?.state === 'open') {
    return <Navigate to={paths.organization(organization.slug)} replace />
  }
  return <StayQuestion {...context} askable={askable} />
}
