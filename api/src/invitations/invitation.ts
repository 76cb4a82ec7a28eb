import { createHash } from 'node:crypto'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { InvitationState } from '@foyer/contracts/invitation'
import type { Selectable, Transaction, Updateable } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'

//   open ──accept──► accepting ──the directory has a guest──► accepted ──redeemed──► redeemed, or held
//    │ ▲                 └──the directory does not take them──► open
//    │ └──taken back── declined
//    └──► declined, not-theirs, withdrawn, expired: the directory never knew of it

export type InvitationRow = Selectable<Tables['invitation']>

/** Somebody of the organization, as the guest is told of them. */
export interface NamedInsider {
  readonly name: string
  readonly mail?: string
}

/** What an invitation names, sealed with a key of its own until it is erased. */
export interface InvitationWords {
  readonly mail: string
  readonly name: string
  readonly purpose: string
  readonly message?: string
  readonly organization: string
  readonly invitedBy: NamedInsider
  readonly sponsor: NamedInsider
  readonly groups: readonly { readonly groupId: string; readonly name: string }[]
  /** Six digits by which mail and page are known to belong together. */
  readonly code: string
  readonly declineReason?: string
}

/** An invitation with what it names. */
export interface ToldInvitation {
  readonly row: InvitationRow
  readonly words: InvitationWords
}

/**
 * The words of an invitation are sealed under its own id: there is no guest yet, and whoever never
 * becomes one is erased with this key alone.
 */
export function keyIdOf({ invitationId }: Pick<InvitationRow, 'invitationId'>): PersonId {
  return invitationId as PersonId
}

/** By which an invitation is found without its words being read. */
export function hashOfAddress(organizationId: OrganizationId, mail: string): Buffer {
  return createHash('sha256').update(`${organizationId}\n${mail.toLowerCase()}`).digest()
}

/** What is true at an instant: an offer ends by the clock, whenever that is written down. */
export function stateAt(
  { state, expiresAt }: Pick<InvitationRow, 'state' | 'expiresAt'>,
  now: Date,
): InvitationState {
  return state === 'open' && expiresAt <= now ? 'expired' : (state as InvitationState)
}

/** @returns false where one is under way for this address. */
export async function addInvitation(
  transaction: Transaction<Tables>,
  row: Omit<
    InvitationRow,
    | 'state'
    | 'because'
    | 'missedGroupIds'
    | 'mailings'
    | 'mailedAt'
    | 'mailRefusedAt'
    | 'openedAt'
    | 'remindedAt'
    | 'attempts'
    | 'redirects'
    | 'attemptedAt'
    | 'acceptedAt'
    | 'redeemedAt'
    | 'endedAt'
    | 'guestId'
    | 'words'
  >,
  words: InvitationWords,
): Promise<boolean> {
  const key = await keepGuestKey(transaction, row.organizationId, keyIdOf(row))
  const added = await transaction
    .insertInto('invitation')
    .values({ ...row, words: sealWords(key, words) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('invitationId')
    .executeTakeFirst()
  return added !== undefined
}

export async function findInvitation(
  transaction: Transaction<Tables>,
  invitationId: string,
): Promise<InvitationRow | undefined> {
  return transaction
    .selectFrom('invitation')
    .selectAll()
    .where('invitationId', '=', invitationId)
    .executeTakeFirst()
}

/** Locked, so that of two who change it one is first. */
export async function lockInvitation(
  transaction: Transaction<Tables>,
  invitationId: string,
): Promise<InvitationRow | undefined> {
  return transaction
    .selectFrom('invitation')
    .selectAll()
    .where('invitationId', '=', invitationId)
    .forUpdate()
    .executeTakeFirst()
}

export async function changeInvitation(
  transaction: Transaction<Tables>,
  { invitationId }: Pick<InvitationRow, 'invitationId'>,
  change: Updateable<Tables['invitation']>,
): Promise<void> {
  await transaction
    .updateTable('invitation')
    .set(change)
    .where('invitationId', '=', invitationId)
    .execute()
}

/** Undefined once they are erased. */
export async function readInvitationWords(
  transaction: Transaction<Tables>,
  row: Pick<InvitationRow, 'invitationId' | 'words'>,
): Promise<InvitationWords | undefined> {
  const key = await findGuestKey(transaction, keyIdOf(row))
  return key && (unsealWords(key, row.words) as InvitationWords)
}

/** The words with a change, as they are kept. */
export async function sealInvitationWords(
  transaction: Transaction<Tables>,
  row: Pick<InvitationRow, 'organizationId' | 'invitationId'>,
  words: InvitationWords,
): Promise<Uint8Array> {
  return sealWords(await keepGuestKey(transaction, row.organizationId, keyIdOf(row)), words)
}
