import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { lapseMove } from '../moves/follow.ts'
import type { Tables } from '../store/tables.ts'
import { changeInvitation, readInvitationWords, type ToldInvitation } from './invitation.ts'
import { tellInsiders } from './tell.ts'
import { writeDownInvitation } from './write-down.ts'

/** Writes down that an offer has ended by the clock, and tells whoever made it. */
export async function expire(
  transaction: Transaction<Tables>,
  told: ToldInvitation,
  connected: ConnectedOrganization,
  now: Date,
): Promise<void> {
  const { row } = told
  await changeInvitation(transaction, row, {
    state: 'expired',
    endedAt: row.expiresAt,
    mailHash: null,
  })
  await tellInsiders(transaction, told, { connected, at: now }, { outcome: 'expired' })
  await lapseMove(transaction, row, { connected, at: now, because: 'expired' })
  await writeDownInvitation(transaction, told, {
    act: 'expire-invitation',
    outcome: 'done',
    actor: { kind: 'foyer' },
    at: now,
  })
}

/** The same for an address that is invited anew before anybody has looked. */
export async function endExpired(
  transaction: Transaction<Tables>,
  connected: ConnectedOrganization,
  { mailHash, now }: { readonly mailHash: Uint8Array; readonly now: Date },
): Promise<void> {
  const row = await transaction
    .selectFrom('invitation')
    .selectAll()
    .where('mailHash', '=', mailHash)
    .where('state', '=', 'open')
    .where('expiresAt', '<=', now)
    .forUpdate()
    .executeTakeFirst()
  const words = row && (await readInvitationWords(transaction, row))
  if (row && words) await expire(transaction, { row, words }, connected, now)
}
