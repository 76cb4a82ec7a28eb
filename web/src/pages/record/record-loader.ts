import { type JournalPage, listMyJournal } from '@foyer/contracts/journal'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { type LoaderFunctionArgs, redirect } from 'react-router'
import type { Call } from '../../call.ts'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { within } from '../../deadline.ts'
import { type Answer, Failure, settle } from '../../failure.ts'
import { accountParameter, cursorParameter, paths } from '../../paths.ts'
import type { Place } from '../../places/place.ts'
import { markOf } from '../../session/remembered.ts'
import type { Session } from '../../session/session.ts'
import { findPlace } from '../find-place.ts'

/** What one organization has written down about one account. */
export interface OwnRecord {
  readonly key: string
  readonly organization: OrganizationLocation
  /** Undefined where only an explicit sign-in may tell. */
  readonly accountId: string | undefined
  readonly page: Promise<Answer<JournalPage>>
  /** Where what is older than a cursor is read. */
  readonly older: string
}

const deadlineMs = 20_000

/** The record of each organization that this browser knows, each as it answers. */
export async function recordLoader({ context }: LoaderFunctionArgs) {
  if (context.get(sessionContext).listAccounts().length === 0) return redirect(paths.home)
  const call = context.get(callContext)
  const places = await context.get(placesContext).list()
  // What was only looked up with one of several accounts is nobody's yet.
  const known = places.filter(({ accountIds }) => accountIds.length <= 1)
  return { records: await Promise.all(known.map(async (place) => openRecord(place, call))) }
}

/** What is older, for whoever asks for more. */
export async function olderRecordLoader({ params, request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const cursor = query.get(cursorParameter)
  if (!cursor) return redirect(paths.record)
  const { session, call, organization } = await findPlace({ params, context })
  const accountId = await findAccount(session, query.get(accountParameter))
  return settle(read(call, { organization, accountId }, cursor))
}

async function openRecord(
  { key, organization, accountIds }: Place,
  call: Call,
): Promise<OwnRecord> {
  const [accountId] = accountIds
  const page = accountId
    ? read(call, { organization, accountId })
    : Promise.reject(new Failure('sign-in-needed'))
  const mark = accountId ? await markOf(accountId) : ''
  return {
    key,
    organization,
    accountId,
    page: settle(page),
    older: paths.olderRecord(organization.slug, mark),
  }
}

async function read(
  call: Call,
  where: { organization: OrganizationLocation; accountId: string | undefined },
  cursor?: string,
): Promise<JournalPage> {
  const work = call(listMyJournal, { query: cursor === undefined ? {} : { cursor } }, where)
  return within(deadlineMs, work, new Failure('timed-out'))
}

/** The account that an address names by its mark. */
export async function findAccount(
  session: Session,
  wanted: string | null,
): Promise<string | undefined> {
  for (const accountId of session.listAccounts().flatMap((account) => account.accountIds)) {
    if ((await markOf(accountId)) === wanted) return accountId
  }
  return undefined
}
