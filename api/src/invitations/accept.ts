import type { PersonId } from '@foyer/contracts/ids'
import type { ProblemCode } from '@foyer/contracts/problem'
import { startDeadline } from '@foyer/directory/deadline'
import type { Directory } from '@foyer/directory/directory'
import { DirectoryError } from '@foyer/directory/directory-error'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { countsAsSponsor } from '@foyer/lifecycle/succession'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { ProblemError } from '../http/problem-error.ts'
import { isMoveStopped } from '../moves/move.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { isDelegated } from './delegation.ts'
import {
  changeInvitation,
  lockInvitation,
  readInvitationWords,
  type ToldInvitation,
} from './invitation.ts'
import { findOwnGuest, isLongKnown } from './known-guest.ts'
import { mayInviteNow } from './may-invite.ts'
import { mostRedirects } from './open.ts'
import { watchAcceptance, watchOffer } from './step-kinds.ts'
import { tellInsiders } from './tell.ts'
import { keepEndDate } from './term.ts'
import { writeDownInvitation } from './write-down.ts'

/** Somebody accepts, by the link of an invitation. */
export interface Accepting {
  readonly store: Store
  readonly directory: Directory
  readonly connected: ConnectedOrganization
  readonly invitationId: string
  readonly requestId: string
  readonly publicOrigin: string
  readonly deadlineMs: number
  readonly now: () => Date
}

/**
 * Has the directory invite whoever accepts. The intent is durable before: where nobody can tell what
 * came of it, a step looks, and the next press leads on. Each press gets an address of its own for the
 * same guest.
 *
 * @returns where the browser goes on. It is for this browser, and is kept and logged nowhere.
 * @throws {ProblemError} with the reason why not.
 * @throws {DirectoryError}
 * @throws {StoreError}
 */
export async function accept(accepting: Accepting): Promise<string> {
  const { store, connected, directory } = accepting
  const { organizationId } = connected
  const requestIds: string[] = []
  const here = directory.of(organizationId, startDeadline(accepting.deadlineMs), {
    onRequestId: (id) => requestIds.push(id),
  })
  const { isLet, ...told } = await store.asOrganization(organizationId, async (transaction) =>
    intend(transaction, accepting),
  )
  const place = `${accepting.publicOrigin}/o/${connected.slug}`
  try {
    const known = await findOwnGuest(here, told.row, told.words.mail)
    if (known === 'other') throw new ProblemError('known-already')
    // Whom an administrator has removed since, a link does not make again.
    if (!known && isLongKnown(told.row, accepting.now())) {
      throw new ProblemError('invitation-not-open')
    }
    // Somebody who is at the end already is let in.
    if (known?.isRedeemed === true && told.row.guestId) return place
    const sponsorId = await requireStillAllowed(here, told, isLet)
    const outcome = await here.inviteGuest({
      mail: told.words.mail,
      name: told.words.name,
      redirectUrl: place,
      sponsorId,
    })
    if ('notTaken' in outcome) throw new ProblemError('invitation-not-taken')
    await store.asOrganization(organizationId, async (transaction) =>
      keepAccepted(transaction, accepting, { guestId: outcome.guestId, sponsorId, requestIds }),
    )
    return outcome.redeemUrl
  } catch (error) {
    // Whoever is refused has done nothing; of all else nobody can tell, and a step looks.
    const isKnown = error instanceof ProblemError || isRefused(error)
    if (isKnown) {
      await store.asOrganization(organizationId, async (transaction) =>
        takeBack(transaction, accepting, told, error.code),
      )
    }
    throw error
  }
}

function isRefused(error: unknown): error is DirectoryError {
  return error instanceof DirectoryError && error.code === 'directory-refused'
}

/**
 * Writes down that somebody has accepted, and what is about to be done.
 *
 * @throws {ProblemError} `invitation-not-open` for one that has ended, `invitation-used-up`.
 */
async function intend(
  transaction: Transaction<Tables>,
  { invitationId, now }: Accepting,
): Promise<ToldInvitation & { readonly isLet: boolean }> {
  const locked = await lockInvitation(transaction, invitationId)
  const words = locked && (await readInvitationWords(transaction, locked))
  if (!locked || !words) throw new ProblemError('invitation-link-not-found')
  const at = now()
  const isGoing = ['open', 'accepting', 'accepted'].includes(locked.state)
  if (!isGoing || locked.expiresAt <= at) throw new ProblemError('invitation-not-open')
  if (await isMoveStopped(transaction, locked)) throw new ProblemError('invitation-not-open')
  if (locked.redirects >= mostRedirects) throw new ProblemError('invitation-used-up')
  const change = {
    state: locked.state === 'accepted' ? 'accepted' : 'accepting',
    because: null,
    attempts: locked.attempts + 1,
    // The first whose end is not known is the one that may have made the guest.
    attemptedAt: locked.state === 'open' ? at : locked.attemptedAt,
  }
  await changeInvitation(transaction, locked, change)
  const row = { ...locked, ...change }
  if (row.state === 'accepting') await watchAcceptance(transaction, row)
  return { row, words, isLet: await isDelegated(transaction, row.invitedBy, at) }
}

/**
 * Who vouches for the guest, if whoever invited still may.
 *
 * @throws {ProblemError} `inviting-not-allowed`
 */
async function requireStillAllowed(
  directory: OrganizationDirectory,
  { row }: ToldInvitation,
  isLet: boolean,
): Promise<PersonId> {
  const ids = [row.invitedBy, row.sponsorId] as PersonId[]
  const [inviter, sponsor] = await directory.findPeople(ids)
  const isAllowed =
    inviter?.isEnabled &&
    countsAsSponsor(inviter) &&
    (await mayInviteNow(directory, inviter, isLet))
  if (!inviter || !isAllowed) throw new ProblemError('inviting-not-allowed')
  return sponsor && countsAsSponsor(sponsor) ? sponsor.personId : inviter.personId
}

/**
 * Keeps that the directory has the guest; of two presses, the first one tells. From here on the access
 * has its end.
 *
 * @throws {ProblemError} `invitation-used-up` where others were quicker.
 */
export async function keepAccepted(
  transaction: Transaction<Tables>,
  {
    invitationId,
    connected,
    requestId,
    now,
  }: Pick<Accepting, 'invitationId' | 'connected' | 'now'> & { readonly requestId?: string },
  {
    guestId,
    sponsorId,
    requestIds,
  }: {
    readonly guestId: PersonId
    readonly sponsorId: string
    readonly requestIds: readonly string[]
  },
): Promise<void> {
  const row = await lockInvitation(transaction, invitationId)
  const words = row && (await readInvitationWords(transaction, row))
  if (!row || !words) return
  if (row.redirects >= mostRedirects) throw new ProblemError('invitation-used-up')
  const redirects = row.redirects + 1
  // The directory had not told yet that it has them, and names them anew.
  if (row.state !== 'accepting') return changeInvitation(transaction, row, { redirects, guestId })
  const at = now()
  const change = { state: 'accepted', guestId, sponsorId, acceptedAt: at, redirects }
  await changeInvitation(transaction, row, change)
  const told = { row: { ...row, ...change }, words }
  await keepEndDate(transaction, told, guestId, at)
  await tellInsiders(transaction, told, { connected, at }, { outcome: 'accepted' })
  await writeDownInvitation(transaction, told, {
    act: 'accept-invitation',
    outcome: 'done',
    actor: { kind: 'guest', id: guestId },
    ...(requestId === undefined ? {} : { requestId }),
    directoryRequestIds: requestIds,
    at,
  })
}

/** The directory was not asked, or has said no: the offer is open as before, and says why. */
async function takeBack(
  transaction: Transaction<Tables>,
  { invitationId, requestId, now }: Accepting,
  { row: { attempts }, words }: ToldInvitation,
  because: ProblemCode,
): Promise<void> {
  const row = await lockInvitation(transaction, invitationId)
  // Another press is on its way, or has come further.
  if (!row || row.state !== 'accepting' || row.attempts !== attempts) return
  await reopen(transaction, { row, words }, { because, requestId, at: now() })
}

/** Opens an offer again that came to nothing in the directory. */
export async function reopen(
  transaction: Transaction<Tables>,
  { row, words }: ToldInvitation,
  {
    because,
    requestId,
    at,
  }: { readonly because: string; readonly requestId?: string; readonly at: Date },
): Promise<void> {
  if (await isMoveStopped(transaction, row)) {
    const change = { state: 'withdrawn', because, endedAt: at, mailHash: null }
    await changeInvitation(transaction, row, change)
  } else {
    await changeInvitation(transaction, row, { state: 'open', because, attemptedAt: null })
    await watchOffer(transaction, row)
  }
  await writeDownInvitation(
    transaction,
    { row, words },
    {
      act: 'accept-invitation',
      outcome: 'refused',
      because,
      actor: { kind: 'guest' },
      ...(requestId === undefined ? {} : { requestId }),
      at,
    },
  )
}
