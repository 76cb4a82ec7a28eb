import { randomUUID } from 'node:crypto'
import type { Reset } from '@foyer/contracts/reset'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { isInvitableAddress } from '@foyer/lifecycle/invitation'
import { lapsesAfter } from '@foyer/lifecycle/reset'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { findEnding, isUnderWay as isEnding } from '../endings/ending.ts'
import type { Deciding } from '../guests/decide.ts'
import { ProblemError } from '../http/problem-error.ts'
import { isOwnDomain } from '../invitations/check.ts'
import type { Tables } from '../store/tables.ts'
import { addReset, findReset, isUnderWay, tellReset } from './reset.ts'
import { askWhoReads } from './tell.ts'
import { writeDownReset } from './write-down.ts'

/**
 * The address with which a guest will redeem, where nobody else in the directory has it.
 *
 * @throws {ProblemError}
 */
export async function requireFreeAddress(
  directory: OrganizationDirectory,
  { domains }: Pick<ConnectedOrganization, 'domains'>,
  { personId }: Pick<Person, 'personId'>,
  mail: string,
): Promise<void> {
  if (!isInvitableAddress(mail) || isOwnDomain(domains, mail)) {
    throw new ProblemError('address-not-possible')
  }
  const [guests, people] = await Promise.all([
    directory.findGuestsByAddress(mail),
    directory.findPeopleByMail(mail),
  ])
  const known = [...guests.map(({ person }) => person), ...people]
  if (known.some((other) => other.personId !== personId)) throw new ProblemError('known-already')
}

/** @throws {ProblemError} where the access of the guest ends. */
export async function requireNoEnding(
  transaction: Transaction<Tables>,
  guestId: Person['personId'],
): Promise<void> {
  const ending = await findEnding(transaction, guestId)
  if (ending && isEnding(ending)) throw new ProblemError('ending-under-way')
}

/**
 * Asks that a guest's sign-in is set back: whoever reads their address is written to, and nothing
 * else happens. The same again by the same person is the same.
 *
 * @throws {ProblemError}
 */
export async function askForReset(
  transaction: Transaction<Tables>,
  deciding: Deciding,
  {
    reason,
    to,
    operatorMail,
    connected,
  }: {
    readonly reason: string
    readonly to: string
    readonly operatorMail: string | undefined
    readonly connected: ConnectedOrganization
  },
): Promise<Reset> {
  const { organizationId, organization, guest, answerer, requestId, now } = deciding
  const { personId: guestId, mail: from } = guest
  if (from === undefined) throw new ProblemError('reset-without-address')
  await requireNoEnding(transaction, guestId)
  const row = {
    organizationId,
    resetId: randomUUID(),
    guestId,
    askedAt: now,
    askedBy: answerer.personId,
    requestId,
    lapsesAt: lapsesAfter(now),
  }
  const words = {
    guest: guest.name,
    organization: organization.name,
    from,
    to,
    reason,
    askedBy: { name: answerer.name, ...(operatorMail ? { mail: operatorMail } : {}) },
  }
  const isNew = await addReset(transaction, row, words)
  const kept = await findReset(transaction, guestId)
  const told = kept && (await tellReset(transaction, kept))
  if (!kept || !told) throw new Error('a reset that was just kept is not there')
  if (!isNew) {
    const isSame =
      isUnderWay(kept) &&
      kept.askedBy === answerer.personId &&
      told.reason === reason &&
      told.to === to
    if (isSame) return told
    throw new ProblemError('reset-under-way')
  }
  await askWhoReads(transaction, kept, words, { connected, at: now })
  await writeDownReset(transaction, kept, {
    act: 'ask-for-reset',
    outcome: 'asked',
    actor: { kind: 'operator', id: answerer.personId, name: answerer.name },
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    at: now,
  })
  return told
}
