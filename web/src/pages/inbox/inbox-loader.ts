import { listMyInvitations, type MyInvitation } from '@foyer/contracts/my-invitation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { type LoaderFunctionArgs, redirect } from 'react-router'
import type { Call } from '../../call.ts'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { within } from '../../deadline.ts'
import { type Answer, Failure, settle } from '../../failure.ts'
import { paths } from '../../paths.ts'
import type { Place } from '../../places/place.ts'
import { markOf } from '../../session/remembered.ts'

/** What one organization says is invited of one account. */
export interface Inbox {
  readonly key: string
  readonly organization: OrganizationLocation
  /** Undefined where only an explicit sign-in may tell. */
  readonly accountId: string | undefined
  /** Names the account in an address, without saying which it is. */
  readonly mark: string
  readonly invitations: Promise<Answer<readonly MyInvitation[]>>
}

const deadlineMs = 20_000

/** The invitations of each organization that this browser knows, each as it answers. */
export async function inboxLoader({ context }: LoaderFunctionArgs) {
  if (context.get(sessionContext).listAccounts().length === 0) return redirect(paths.home)
  const call = context.get(callContext)
  const places = await context.get(placesContext).list()
  // What was only looked up with one of several accounts is nobody's yet.
  const known = places.filter(({ accountIds }) => accountIds.length <= 1)
  return { inboxes: await Promise.all(known.map(async (place) => openInbox(place, call))) }
}

async function openInbox({ key, organization, accountIds }: Place, call: Call): Promise<Inbox> {
  const [accountId] = accountIds
  const read = async () => {
    if (!accountId) throw new Failure('sign-in-needed')
    const work = call(listMyInvitations, {}, { organization, accountId })
    return (await within(deadlineMs, work, new Failure('timed-out'))).invitations
  }
  const mark = accountId ? await markOf(accountId) : ''
  return { key, organization, accountId, mark, invitations: settle(read()) }
}
