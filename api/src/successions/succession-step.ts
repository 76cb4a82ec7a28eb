import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import type { Person } from '@foyer/directory/person'
import { countsAsSponsor } from '@foyer/lifecycle/succession'
import type { Transaction } from 'kysely'
import { connectedOf } from '../configuration/connected-organization.ts'
import { askWhetherStillSo, requireTouchable } from '../departure/leaver.ts'
import { vouchesFor } from '../guests/vouching-ids.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import { noteSponsors } from '../projection/own-writes.ts'
import { keepStandingsOf } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import { type HeldStep, PutOff, type StepKind } from '../work/step.ts'
import { addSponsor, includes, madeRoomOf } from './add-sponsor.ts'
import { addAsk, changeAsk, closeAsks, findAsk, listAsks } from './ask.ts'
import { findCandidates, lookAtCandidate } from './find-candidates.ts'
import {
  changeSuccession,
  lockSuccession,
  moveSuccession,
  successionKind,
  type SuccessionRow,
} from './succession.ts'
import { tellOfAsk, tellOfNobody, tellOfSponsor } from './tell.ts'
import { writeDownSuccession } from './write-down.ts'

/**
 * Does what the state of a succession says:
 *
 *   open ──somebody could──► asked ──accepts──► accepting ► look ► add ► read ► remove who leaves ──► accepted
 *    │  ▲                      │                    └──cannot any more──► open, the next one
 *    │  └──silence, declined───┘
 *    └──nobody is left──► exhausted
 *
 * Nobody stops vouching before somebody else does, but where five do already: then who leaves makes
 * room, which is durable before. Each act may be done twice.
 */
export function successionWork({
  directory,
  clock,
  deadlineMs,
  organizations,
}: LeavingSetting): StepKind {
  const telling = ({ organizationId }: SuccessionRow) => ({
    connected: connectedOf(organizations, organizationId),
    at: clock.now(),
  })

  async function run(step: HeldStep): Promise<void> {
    const row = await step.note(async (transaction) => lockSuccession(transaction, step.subjectId))
    if (row?.state === 'open') return askNext(step, row)
    if (row?.state === 'accepting') return write(step, row)
    return step.finish(async () => {})
  }

  /** A way to the directory, and the ids under which it did what. */
  function enter({ organizationId, ending }: HeldStep) {
    const requestIds: string[] = []
    const here = () =>
      directory.of(organizationId, startDeadline(deadlineMs, ending), {
        onRequestId: (id) => requestIds.push(id),
      })
    return { here, requestIds }
  }

  async function askNext(step: HeldStep, row: SuccessionRow): Promise<void> {
    const asked = await step.note(async (transaction) => listAsks(transaction, row.successionId))
    const waits = ({ state, answersUntil }: (typeof asked)[number]) =>
      state === 'asked' && answersUntil > clock.now()
    if (asked.some(waits)) return step.finish(async () => {})
    const { here } = enter(step)
    const guest = await askWhetherStillSo(async () => requireTouchable(here(), row.guestId))
    if (typeof guest === 'string') {
      return step.finish(async (transaction) => close(transaction, row, 'ended', guest))
    }
    const holdings = await here().getHoldings(row.guestId)
    const ids = asked.map(({ candidateId }) => candidateId)
    for (const { personId, evidence } of await findCandidates(here(), row, holdings, ids)) {
      const candidateId = personId.toLowerCase() as PersonId
      const seen = await lookAtCandidate(here(), candidateId, holdings.memberOf)
      if (!seen) continue
      const { person, group } = seen
      const isAsked = await step.note(async (transaction) => {
        const { state } = (await lockSuccession(transaction, row.successionId)) ?? {}
        // Withdrawn, or accepted by somebody who was silent, in that moment.
        if (state !== 'open') return true
        if (await findAsk(transaction, row.successionId, candidateId)) return true
        const isNew = await addAsk(
          transaction,
          row,
          { candidateId, evidence },
          {
            name: person.name,
            ...(person.mail ? { mail: person.mail } : {}),
            ...(group === undefined ? {} : { group }),
          },
          clock.now(),
        )
        if (isNew) await tellOfAsk(transaction, row, person, telling(row))
        return isNew
      })
      if (isAsked) return step.finish(async () => {})
    }
    return step.finish(async (transaction) => close(transaction, row, 'exhausted', 'nobody-left'))
  }

  async function write(step: HeldStep, row: SuccessionRow): Promise<void> {
    const { guestId } = row
    const acceptedBy = row.acceptedBy as PersonId | null
    if (!acceptedBy) throw new Error('somebody accepted, and nobody knows who')
    const { here, requestIds } = enter(step)
    const guest = await askWhetherStillSo(async () => requireTouchable(here(), guestId))
    if (typeof guest === 'string') {
      return step.finish(async (transaction) => close(transaction, row, 'ended', guest))
    }
    const [person, { sponsors }] = await Promise.all([
      here().findPerson(acceptedBy),
      here().getTies(guestId),
    ])
    if (!person || !countsAsSponsor(person)) {
      return step.finish(async (transaction) => reopen(transaction, row))
    }
    if (!includes(sponsors, acceptedBy)) {
      const leavesId = row.leavesId as PersonId | null
      const connected = connectedOf(organizations, row.organizationId)
      const hasStopped =
        leavesId !== null &&
        leavesId !== madeRoomOf(row) &&
        !(await vouchesFor(here(), connected, leavesId, guestId))
      // Nobody hands over a guest for whom they do not vouch any more.
      if (hasStopped) {
        return step.finish(async (transaction) =>
          close(transaction, row, 'ended', 'no-longer-sponsor'),
        )
      }
      const outcome = await addSponsor(step, row, here, sponsors)
      if (outcome === 'not-taken') {
        return step.finish(async (transaction) => reopen(transaction, row))
      }
      if (outcome !== 'written') {
        return step.finish(async (transaction) => close(transaction, row, 'exhausted', outcome))
      }
    }
    const { sponsors: after } = await here().getTies(guestId)
    if (!includes(after, acceptedBy)) throw new PutOff('not-yet-sponsor')
    const { leavesId } = row
    if (leavesId !== null && includes(after, leavesId)) {
      await here().removeSponsor(guestId, leavesId)
    }
    // Deleted meanwhile, nobody has to be told.
    const leaves = leavesId === null ? undefined : await here().findPerson(leavesId as PersonId)
    const gone = [leavesId, madeRoomOf(row)].filter((id) => typeof id === 'string')
    return step.finish(async (transaction) =>
      accept(transaction, row, { person, leaves, gone, requestIds }),
    )
  }

  async function accept(
    transaction: Transaction<Tables>,
    row: SuccessionRow,
    {
      person,
      leaves,
      gone,
      requestIds,
    }: {
      readonly person: Person
      readonly leaves: Person | undefined
      readonly gone: readonly string[]
      readonly requestIds: readonly string[]
    },
  ): Promise<void> {
    const { organizationId, successionId, guestId } = row
    const at = clock.now()
    await changeSuccession(transaction, successionId, {
      state: 'accepted',
      because: null,
      endedAt: at,
    })
    const ask = await findAsk(transaction, successionId, person.personId)
    if (ask) await changeAsk(transaction, ask.askId, { state: 'accepted' })
    await closeAsks(transaction, successionId)
    await noteSponsors(transaction, { organizationId, guestId, comes: person, gone })
    await keepStandingsOf(transaction, [guestId], at)
    await tellOfSponsor(transaction, row, { comes: person, leaves }, telling(row))
    await writeDownSuccession(transaction, row, {
      act: 'change-sponsor',
      outcome: 'done',
      actor: { kind: 'foyer' },
      directoryRequestIds: requestIds,
      facts: { comes: person.personId, leaves: row.leavesId },
      at,
    })
  }

  /** Whoever accepted cannot any more: the next one is asked. */
  async function reopen(transaction: Transaction<Tables>, row: SuccessionRow): Promise<void> {
    const { successionId } = row
    const acceptedBy = row.acceptedBy as PersonId | null
    const ask = acceptedBy && (await findAsk(transaction, successionId, acceptedBy))
    if (ask) await changeAsk(transaction, ask.askId, { state: 'closed' })
    await changeSuccession(transaction, successionId, {
      state: 'open',
      because: null,
      acceptedBy: null,
    })
    await moveSuccession(transaction, row)
    await writeDownSuccession(transaction, row, {
      act: 'change-sponsor',
      outcome: 'refused',
      because: 'successor-not-possible',
      actor: { kind: 'foyer' },
      at: clock.now(),
    })
  }

  async function close(
    transaction: Transaction<Tables>,
    row: SuccessionRow,
    state: 'ended' | 'exhausted',
    because: string,
  ): Promise<void> {
    const now = await lockSuccession(transaction, row.successionId)
    if (now?.state !== row.state) return
    const endedAt = clock.now()
    await changeSuccession(transaction, row.successionId, { state, because, endedAt })
    await closeAsks(transaction, row.successionId)
    if (state === 'exhausted') await tellOfNobody(transaction, row, telling(row))
    await writeDownSuccession(transaction, row, {
      act: 'change-sponsor',
      outcome: state === 'ended' ? 'refused' : 'failed',
      because,
      actor: { kind: 'foyer' },
      at: endedAt,
    })
  }

  return {
    kind: successionKind,
    run,
    async giveUp(transaction, { subjectId }, because) {
      const row = await lockSuccession(transaction, subjectId)
      if (row) await close(transaction, row, 'exhausted', because)
    },
  }
}
