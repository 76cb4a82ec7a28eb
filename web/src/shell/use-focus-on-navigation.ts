import { useEffect, useRef } from 'react'
import { matchPath, useLocation } from 'react-router'
import { routes } from '../paths.ts'
import { focusHeading } from '../ui/page-title.tsx'

/** Puts the focus on the heading of each new page, as a browser would start reading a new one. */
export function useFocusOnNavigation(): void {
  const page = pageOf(useLocation().pathname)
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    window.scrollTo(0, 0)
    focusHeading()
  }, [page])
}

/** Questions stand over a page; they are no pages of their own, and keep the focus to themselves. */
const questions = [
  { page: routes.organization, question: routes.leaveGroup },
  { page: routes.organization, question: routes.leaveSeries },
  { page: routes.organization, question: routes.askToStay },
  { page: routes.organization, question: routes.askForSponsor },
  { page: routes.departure, question: routes.confirmDeparture },
  { page: routes.round, question: routes.leaveInRound },
  { page: routes.guests, question: routes.extendGuests },
  { page: routes.guest, question: routes.extendGuest },
  { page: routes.guest, question: routes.refuseStay },
  { page: routes.guest, question: routes.endAccess },
  { page: routes.guest, question: routes.exceptGuest },
  { page: routes.guest, question: routes.declareEndOwner },
  { page: routes.guest, question: routes.handOverGuest },
  { page: routes.guest, question: routes.disownGuest },
]

function pageOf(pathname: string): string {
  for (const { page, question } of questions) {
    const isOpen = matchPath(`${page}/${question}`, pathname) !== null
    const match = isOpen ? matchPath({ path: page, end: false }, pathname) : null
    if (match) return match.pathnameBase
  }
  return pathname
}
