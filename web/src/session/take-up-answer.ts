import type { IPublicClientApplication } from '@azure/msal-browser'
import { paths } from '../paths.ts'
import type { Attempts } from './attempt.ts'
import type { Chosen } from './chosen.ts'
import type { Leavings } from './leavings.ts'
import { translateError } from './msal-error.ts'
import { markOf, type Remembered } from './remembered.ts'

/**
 * Reads what a sign-in sent back in the address, and leads back to where it began.
 *
 * @returns whether there was an answer.
 */
export async function takeUpAnswer(
  application: IPublicClientApplication,
  {
    attempts,
    remembered,
    chosen,
    leavings,
  }: { attempts: Attempts; remembered: Remembered; chosen: Chosen; leavings: Leavings },
): Promise<boolean> {
  const attempt = attempts.find()
  const goBack = () => window.history.replaceState(null, '', attempt?.returnTo ?? paths.home)
  try {
    const result = await application.handleRedirectPromise({ navigateToLoginRequestUrl: false })
    if (!result) {
      // Microsoft's sign-out comes back with the state that MSAL gave it, of use to nobody.
      if (new URLSearchParams(window.location.search).has('state')) goBack()
      return false
    }
    const { homeAccountId } = result.account
    attempts.clear()
    // Whoever is let in again is there again: restored, or invited anew.
    const over = leavings.findDeparture(result.tenantId, homeAccountId)
    if (over?.isDone) leavings.forget(over.receipt)
    chosen.set(result.tenantId, homeAccountId)
    if (attempt?.organization.organizationId === result.tenantId) {
      remembered.add(attempt.organization, await markOf(homeAccountId))
    }
  } catch (error) {
    const { foreignCode = 'unknown' } = translateError(error, false).trace
    if (attempt) attempts.note({ ...attempt, foreignCode })
  }
  goBack()
  return true
}
