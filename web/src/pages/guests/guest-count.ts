import { countGuests, type GuestCount } from '@foyer/contracts/guest'
import { type LoaderFunctionArgs, matchPath, type ShouldRevalidateFunctionArgs } from 'react-router'
import { type Answer, settle } from '../../failure.ts'
import { routes } from '../../paths.ts'
import { findPlace } from '../find-place.ts'

/** How many guests there are on somebody's word, and how many need them. */
export async function guestCountLoader({
  params,
  context,
}: LoaderFunctionArgs): Promise<Answer<GuestCount>> {
  const { call, organization } = await findPlace({ params, context })
  return settle(call(countGuests, {}, { organization }))
}

/**
 * After what somebody does, and where they come to their guests: a page that is read again and again
 * does not ask it each time.
 */
export function isCountedAgain({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  const isComing =
    currentUrl.pathname !== nextUrl.pathname && matchPath(routes.guests, nextUrl.pathname) !== null
  return isComing || (formMethod !== undefined && defaultShouldRevalidate)
}
