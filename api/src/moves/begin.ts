import { randomUUID } from 'node:crypto'
import type { PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import { findEnding, isUnderWay } from '../endings/ending.ts'
import type { Deciding } from '../guests/decide.ts'
import { withId } from '../guests/read-guests.ts'
import { ProblemError } from '../http/problem-error.ts'
import {
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import type { InvitationRow } from '../invitations/invitation.ts'
import { findGuestFacts } from '../standing/guest-facts.ts'
import { findInForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import { addMove, findMove } from './move.ts'
import { tellOldAccount } from './tell.ts'
import { writeDownMove } from './write-down.ts'

/**
 * Looks whether a guest about whom somebody may decide can be moved: who is blocked would come in by
 * it again, and who has no address could not be told.
 *
 * @throws {ProblemError} with the reason why not.
 */
export function requireMovable(
  { guest }: Pick<Deciding, 'guest'>,
  { identities }: Pick<ConnectedOrganization, 'identities'>,
): void {
  if (!identities.keeper) throw new ProblemError('ending-not-possible')
  if (!guest.isEnabled || !guest.mail) throw new ProblemError('move-not-possible')
}

/**
 * Keeps that an invitation is for somebody who has another address now, and tells the old account of it.
 * Nothing of the old account changes by that.
 *
 * @throws {ProblemError} with the reason why not.
 */
export async function beginMove(
  transaction: Transaction<Tables>,
  deciding: Deciding,
  {
    invitation: { organizationId, invitationId },
    mail,
    connected,
  }: {
    readonly invitation: Pick<InvitationRow, 'organizationId' | 'invitationId'>
    readonly mail: string
    readonly connected: ConnectedOrganization
  },
): Promise<void> {
  const { guest, organization, answerer, requestId, now } = deciding
  const guestId = guest.personId
  if (!guest.mail) throw new ProblemError('move-not-possible')
  await requireQuiet(transaction, guestId, now)
  const moveId = randomUUID()
  const isNew = await addMove(
    transaction,
    {
      organizationId,
      moveId,
      guestId,
      invitationId,
      askedAt: now,
      askedBy: answerer.personId,
      askedAs: answerer.answersAs,
      requestId,
    },
    {
      guest: { name: guest.name, mail: guest.mail },
      organization: organization.name,
      askedBy: answerer.name,
      mail,
    },
  )
  const told = isNew && (await findMove(transaction, { moveId }))
  if (!told) throw new ProblemError('move-under-way')
  await tellOldAccount(
    transaction,
    told,
    { organizationLanguage: languageOfPeople(connected), at: now },
    'begun',
  )
  await writeDownMove(transaction, told, {
    act: 'begin-move',
    outcome: 'asked',
    actor: { kind: answerer.answersAs, id: answerer.personId, name: answerer.name },
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    facts: { invitation: invitationId },
    at: now,
  })
}

/** @throws {ProblemError} where something about the guest is being decided already. */
async function requireQuiet(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  now: Date,
): Promise<void> {
  const ending = await findEnding(transaction, guestId)
  if (ending && isUnderWay(ending)) throw new ProblemError('ending-under-way')
  // Who has just come by a move does not go on by another one, as long as that can be stopped.
  const cameBy = await findMove(transaction, { toGuestId: guestId })
  if (cameBy?.row.state === 'redeemed' || cameBy?.row.state === 'stopped') {
    throw new ProblemError('move-under-way')
  }
  const inForce = await findInForce(transaction, now)
  const known = inForce && (await findGuestFacts(transaction, inForce.reading, withId(guestId)))
  const endOwner = known?.[0]?.facts.endOwner ?? 'foyer'
  if (endOwner !== 'foyer') throw new ProblemError('end-decided-elsewhere')
}
