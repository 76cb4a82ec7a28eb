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

// A dialog over a page is no page of its own, and keeps the focus to itself.
function pageOf(pathname: string): string {
  return matchPath({ path: routes.organization, end: false }, pathname)?.pathnameBase ?? pathname
}
