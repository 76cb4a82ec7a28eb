import { randomUUID } from 'node:crypto'
import type { PersonId } from '@foyer/contracts/ids'
import type { Succession, SuccessionCause } from '@foyer/contracts/succession'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { countsAsSponsor } from '@foyer/lifecycle/succession'
import type { Transaction } from 'kysely'
import type { Deciding } from '../guests/decide.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import { closeAsks } from './ask.ts'
import {
  addSuccession,
  changeSuccession,
  findSuccession,
  lockSuccession,
  type SuccessionRow,
  tellSuccession,
} from './succession.ts'
import { writeDownSuccession } from './write-down.ts'

/** Who asks; of a guest who asks for themselves, the guest. */
export type Opening = Pick<
  Deciding,
  'organizationId' | 'organization' | 'guest' | 'requestId' | 'now'
> & {
  readonly opener: Omit<Deciding['answerer'], 'answersAs'> & {
    readonly as: 'sponsor' | 'operator' | 'guest'
  }
}

/**
 * The one colleague to whom an address belongs.
 *
 * @throws {ProblemError} `successor-not-possible` for a guest, whoever is blocked, and who asks.
 */
export async function requireSuccessor(
  directory: OrganizationDirectory,
  mail: string,
  without: readonly string[],
): Promise<Person> {
  const found = (await directory.findPeopleByMail(mail.trim())).filter(countsAsSponsor)
  const [successor] = found
  const isWithout = without.some((id) => id.toLowerCase() === successor?.personId)
  if (!successor || found.length > 1 || isWithout) throw new ProblemError('successor-not-possible')
  return successor
}

/**
 * Asks who vouches for a guest next. The same again is the same. Whoever vouches takes the place of a
 * question that Foyer or the guest asked, and an operator that of any.
 *
 * @throws {ProblemError} `succession-under-way`
 */
export async function openSuccession(
  transaction: Transaction<Tables>,
  { organizationId, organization, guest, opener, requestId, now }: Opening,
  {
    cause,
    named,
    note,
  }: { readonly cause: SuccessionCause; readonly named?: Person; readonly note?: string },
): Promise<Succession> {
  const { personId: guestId, name, mail, company } = guest
  const found = await findSuccession(transaction, guestId)
  const before = found && (await lockSuccession(transaction, found.successionId))
  const namedId = named?.personId ?? null
  if (before?.state === 'open' || before?.state === 'accepting') {
    const isSame =
      before.openedBy === opener.personId && before.cause === cause && before.namedId === namedId
    if (isSame) return tell(transaction, before)
    const mayReplace =
      before.state === 'open' &&
      (opener.as === 'operator' ||
        (opener.as === 'sponsor' && ['foyer', 'guest'].includes(before.openedAs)))
    if (!mayReplace) throw new ProblemError('succession-under-way')
    await changeSuccession(transaction, before.successionId, { state: 'withdrawn', endedAt: now })
    await closeAsks(transaction, before.successionId)
  }
  const successionId = randomUUID()
  const isNew = await addSuccession(
    transaction,
    {
      organizationId,
      successionId,
      guestId,
      cause,
      openedAt: now,
      openedBy: opener.personId,
      openedAs: opener.as,
      requestId,
      leavesId: opener.as === 'sponsor' ? opener.personId : null,
      namedId,
    },
    {
      guest: { name, ...(mail ? { mail } : {}), ...(company ? { company } : {}) },
      organization: organization.name,
      openedBy: { name: opener.name },
      ...(note === undefined ? {} : { note }),
    },
  )
  // Of two at the same moment, one asks.
  const row = isNew && (await lockSuccession(transaction, successionId))
  if (!row) throw new ProblemError('succession-under-way')
  const { as: kind, personId: id, name: actorName, tokenId, sessionId } = opener
  await writeDownSuccession(transaction, row, {
    act: 'open-succession',
    outcome: 'asked',
    actor: { kind, id, name: actorName },
    requestId,
    tokenId,
    sessionId,
    facts: { cause },
    at: now,
  })
  return tell(transaction, row)
}

/** Whose question it is: of whoever asks, and of any operator. */
export function mayTakeBack(
  { openedBy }: Pick<SuccessionRow, 'openedBy'>,
  { as, personId }: Pick<Opening['opener'], 'as' | 'personId'>,
): boolean {
  return as === 'operator' || openedBy === personId
}

/**
 * Asks nobody any more.
 *
 * @throws {ProblemError} `succession-under-way` where somebody has accepted, or another one asks.
 */
export async function withdrawSuccession(
  transaction: Transaction<Tables>,
  {
    guestId,
    by,
    requestId,
    now,
  }: {
    readonly guestId: PersonId
    readonly by: Opening['opener']
    readonly requestId: string
    readonly now: Date
  },
): Promise<void> {
  const found = await findSuccession(transaction, guestId)
  const row = found && (await lockSuccession(transaction, found.successionId))
  if (!row || (row.state !== 'open' && row.state !== 'accepting')) return
  if (row.state === 'accepting' || !mayTakeBack(row, by))
    throw new ProblemError('succession-under-way')
  await changeSuccession(transaction, row.successionId, { state: 'withdrawn', endedAt: now })
  await closeAsks(transaction, row.successionId)
  await writeDownSuccession(transaction, row, {
    act: 'withdraw-succession',
    outcome: 'done',
    actor: { kind: by.as, id: by.personId, name: by.name },
    requestId,
    tokenId: by.tokenId,
    sessionId: by.sessionId,
    at: now,
  })
}

async function tell(transaction: Transaction<Tables>, row: SuccessionRow): Promise<Succession> {
  const told = await tellSuccession(transaction, row)
  if (!told) throw new Error('a question that was just kept is not there')
  return told
}
