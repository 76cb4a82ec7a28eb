import type { PersonId } from '@foyer/contracts/ids'
import type { Act, ActorKind, Outcome } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import { appendToJournal } from '../journal/append.ts'
import type { Tables } from '../store/tables.ts'
import { keyIdOf, type ToldInvitation } from './invitation.ts'

/** One entry about an invitation, by whoever did it. */
interface InvitationEntry {
  readonly act: Extract<
    Act,
    | 'invite'
    | 'resend-invitation'
    | 'withdraw-invitation'
    | 'accept-invitation'
    | 'decline-invitation'
    | 'take-back-decline'
    | 'disown-invitation'
    | 'expire-invitation'
    | 'redeem-invitation'
    | 'confirm-redeemer'
  >
  readonly outcome: Outcome
  readonly because?: string
  readonly actor: { readonly kind: ActorKind; readonly id?: string; readonly name?: string }
  readonly requestId?: string
  readonly tokenId?: string | undefined
  readonly sessionId?: string | undefined
  readonly directoryRequestIds?: readonly string[]
  readonly facts?: Readonly<Record<string, unknown>>
  /** By the Clock. */
  readonly at: Date
  /** Once the directory has a guest, the entry is about them. */
  readonly guestId?: PersonId | undefined
}

export async function writeDownInvitation(
  transaction: Transaction<Tables>,
  { row, words }: ToldInvitation,
  { actor: { name, ...actor }, guestId, ...entry }: InvitationEntry,
): Promise<void> {
  await appendToJournal(transaction, {
    organizationId: row.organizationId,
    guestId: guestId ?? row.guestId ?? keyIdOf(row),
    subjectId: row.invitationId,
    actor,
    ...entry,
    words: {
      guest: words.name,
      organization: words.organization,
      ...(name === undefined ? {} : { actor: name }),
    },
  })
}
