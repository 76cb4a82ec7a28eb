import type { Doubt } from '@foyer/contracts/doubt'
import type { Ending } from '@foyer/contracts/ending'
import type { PersonId } from '@foyer/contracts/ids'
import type { AccessData } from '@foyer/contracts/my-data'
import type { EndReason } from '@foyer/contracts/policy'
import type { Reset } from '@foyer/contracts/reset'
import type { StayRequest } from '@foyer/contracts/stay'
import type { Transaction } from 'kysely'
import { tellDoubt } from '../doubts/doubt.ts'
import { tellEnding } from '../endings/ending.ts'
import { readTermWords } from '../guests/term.ts'
import { instants } from '../http/instants.ts'
import { tellReset } from '../resets/reset.ts'
import { tellStayRequest } from '../stays/stay-request.ts'
import { tellSuccession } from '../successions/succession.ts'
import { collectMoves } from './collect-moves.ts'
import type { Tables } from '../store/tables.ts'

/** Until when somebody has access, and what they and others asked and decided of it. */
export async function collectAccess(
  transaction: Transaction<Tables>,
  personId: PersonId,
): Promise<AccessData | undefined> {
  const term = await transaction
    .selectFrom('term')
    .selectAll()
    .where('guestId', '=', personId)
    .executeTakeFirst()
  const guest = await transaction
    .selectFrom('guest')
    .select(['endsOn', 'endsBecause'])
    .where('guestId', '=', personId)
    .executeTakeFirst()
  const asked = await transaction
    .selectFrom('stayRequest')
    .selectAll()
    .where('guestId', '=', personId)
    .orderBy('askedAt', 'desc')
    .execute()
  const requests: StayRequest[] = []
  for (const row of asked) {
    const told = await tellStayRequest(transaction, row)
    if (told) requests.push(told)
  }
  const ended = await transaction
    .selectFrom('ending')
    .selectAll()
    .where('guestId', '=', personId)
    .orderBy('askedAt', 'desc')
    .execute()
  const endings: Ending[] = []
  for (const row of ended) {
    const told = await tellEnding(transaction, row)
    if (told) endings.push(told)
  }
  const doubts = await collectDoubts(transaction, personId)
  const successions = await collectSuccessions(transaction, personId)
  const moves = await collectMoves(transaction, personId)
  const resets = await collectResets(transaction, personId)
  const isEmpty = [requests, doubts, endings, resets, successions, moves].every(
    (all) => all.length === 0,
  )
  if (!term && !guest?.endsOn && isEmpty) return undefined
  const { date: words, exception } = await readTermWords(transaction, personId)
  return {
    ...(guest?.endsOn && guest.endsBecause
      ? { end: { on: guest.endsOn, because: guest.endsBecause as EndReason } }
      : {}),
    ...instants({
      endSetAt: term?.endSetAt,
      confirmedAt: term?.confirmedAt,
      visitedAt: term?.visitedAt,
    }),
    ...(term?.endDate ? { endDate: term.endDate } : {}),
    ...(words ? { reason: words.reason, endSetBy: words.by } : {}),
    ...(term?.language ? { language: term.language } : {}),
    ...(term?.exceptUntil && exception
      ? { exception: { until: term.exceptUntil, ...exception } }
      : {}),
    requests,
    doubts,
    endings,
    resets,
    successions,
    moves,
  }
}

async function collectDoubts(
  transaction: Transaction<Tables>,
  personId: PersonId,
): Promise<Doubt[]> {
  const rows = await transaction
    .selectFrom('doubt')
    .selectAll()
    .where('guestId', '=', personId)
    .orderBy('askedAt', 'desc')
    .execute()
  const doubts: Doubt[] = []
  for (const row of rows) {
    const told = await tellDoubt(transaction, row)
    if (told) doubts.push(told)
  }
  return doubts
}

async function collectResets(
  transaction: Transaction<Tables>,
  personId: PersonId,
): Promise<Reset[]> {
  const rows = await transaction
    .selectFrom('reset')
    .selectAll()
    .where('guestId', '=', personId)
    .orderBy('askedAt', 'desc')
    .execute()
  const resets: Reset[] = []
  for (const row of rows) {
    const told = await tellReset(transaction, row)
    if (told) resets.push(told)
  }
  return resets
}

async function collectSuccessions(
  transaction: Transaction<Tables>,
  personId: PersonId,
): Promise<AccessData['successions']> {
  const rows = await transaction
    .selectFrom('succession')
    .selectAll()
    .where('guestId', '=', personId)
    .orderBy('openedAt', 'desc')
    .execute()
  const successions: AccessData['successions'] = []
  for (const row of rows) {
    const told = await tellSuccession(transaction, row)
    if (!told) continue
    const { cause, state, openedAt, openedBy, note, endedAt, asked } = told
    successions.push({
      cause,
      state,
      openedAt,
      ...(openedBy === undefined ? {} : { openedBy }),
      ...(note === undefined ? {} : { note }),
      askedPeople: asked.length,
      ...(endedAt === undefined ? {} : { endedAt }),
    })
  }
  return successions
}
