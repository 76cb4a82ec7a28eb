import type { GroupId, PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { connectedOf } from '../configuration/connected-organization.ts'
import { askWhetherStillSo, requireTouchable } from '../departure/leaver.ts'
import { vouchesFor } from '../guests/vouching-ids.ts'
import { findInvitable } from '../invitations/invitable-groups.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import type { HeldStep, StepKind } from '../work/step.ts'
import { isAnswerable } from './answer.ts'
import { changeMove, findMove, lockMove, type ToldMove } from './move.ts'
import { carry, carryKind } from './step-kinds.ts'
import { writeDownMove } from './write-down.ts'

/**
 * Brings the new account into the groups that were ticked, or out of them where the move was stopped:
 *
 *   answered ──look──► intent ► join each ──► carried
 *                         └──stopped meanwhile ──► taken out again
 *
 * Each may be done twice, so nothing is lost by a worker that ends in the middle. What the new account
 * was in before is no part of the intent, and stays.
 */
export function carryWork({
  directory,
  clock,
  organizations,
  deadlineMs,
}: LeavingSetting): StepKind {
  async function run(step: HeldStep): Promise<void> {
    const move = await step.note(async (transaction) =>
      findMove(transaction, { moveId: step.subjectId }),
    )
    const requestIds: string[] = []
    const here = () =>
      directory.of(step.organizationId, startDeadline(deadlineMs, step.ending), {
        onRequestId: (id) => requestIds.push(id),
      })
    if (move?.row.state === 'stopped') return takeBack(step, move, here, requestIds)
    if (move && isAnswerable(move.row) && !move.row.carriedAt) {
      return join(step, move, here, requestIds)
    }
    return step.finish(async () => {})
  }

  async function join(
    step: HeldStep,
    { row }: ToldMove,
    here: () => OrganizationDirectory,
    requestIds: readonly string[],
  ): Promise<void> {
    const guestId = row.toGuestId as PersonId
    const allowed = await listAllowed(here, step, row)
    const { memberOf } = await here().getTies(guestId)
    const isThere = (id: string) => memberOf.includes(id as GroupId)
    const isGoing = await step.note(async (transaction) => {
      const locked = await lockMove(transaction, { moveId: row.moveId })
      if (!locked || !isAnswerable(locked.row)) return false
      // One that ended in the middle has joined some of its intent: they are taken back with the rest.
      const joining = allowed.filter((id) => !isThere(id) || row.joiningGroupIds?.includes(id))
      await changeMove(transaction, row, {
        joiningGroupIds: [...new Set([...(row.joiningGroupIds ?? []), ...joining])],
      })
      return true
    })
    const joined = new Set<string>()
    for (const id of isGoing ? allowed : []) {
      if (await here().addMember(id as GroupId, guestId)) joined.add(id)
    }
    return step.finish(async (transaction) => {
      const move = await lockMove(transaction, { moveId: row.moveId })
      if (!move || !isGoing) return
      const missed = row.groupIds.filter((id) => !joined.has(id))
      const at = clock.now()
      await changeMove(transaction, row, { carriedAt: at, missedGroupIds: missed })
      // Stopped in that moment: what was done just now is taken back.
      if (move.row.state === 'stopped') await carry(transaction, row, 'take-back')
      for (const group of move.words.groups ?? []) {
        await writeDownMove(transaction, move, {
          act: 'carry-group',
          outcome: joined.has(group.groupId) ? 'done' : 'refused',
          ...(joined.has(group.groupId) ? {} : { because: 'group-not-invitable' }),
          actor: { kind: 'foyer' },
          guestId,
          group,
          directoryRequestIds: requestIds,
          at,
        })
      }
    })
  }

  /** Those into which whoever answered may still bring this guest. */
  async function listAllowed(
    here: () => OrganizationDirectory,
    { organizationId }: HeldStep,
    { guestId, toGuestId, groupIds, answeredBy, answeredAs }: ToldMove['row'],
  ): Promise<string[]> {
    const person = await askWhetherStillSo(async () =>
      requireTouchable(here(), toGuestId as PersonId),
    )
    if (typeof person === 'string') return []
    const personId = answeredBy as PersonId
    const isOperator = answeredAs === 'operator'
    const connected = connectedOf(organizations, organizationId)
    for (const id of isOperator ? [] : [guestId, toGuestId as PersonId]) {
      if (!(await vouchesFor(here(), connected, personId, id))) return []
    }
    const groups = await findInvitable(here(), groupIds as GroupId[], { personId, isOperator })
    return groups.map(({ groupId }) => groupId)
  }

  async function takeBack(
    step: HeldStep,
    { row }: ToldMove,
    here: () => OrganizationDirectory,
    requestIds: readonly string[],
  ): Promise<void> {
    const guestId = row.toGuestId as PersonId
    for (const id of row.joiningGroupIds ?? []) await here().removeMember(id as GroupId, guestId)
    return step.finish(async (transaction) => {
      const move = await lockMove(transaction, { moveId: row.moveId })
      for (const group of move?.words.groups ?? []) {
        if (!move || !row.joiningGroupIds?.includes(group.groupId)) continue
        await writeDownMove(transaction, move, {
          act: 'take-back-group',
          outcome: 'done',
          actor: { kind: 'foyer' },
          guestId,
          group,
          directoryRequestIds: requestIds,
          at: clock.now(),
        })
      }
    })
  }

  return {
    kind: carryKind,
    run,
    async giveUp(transaction, { subjectId: moveId }, because) {
      await changeMove(transaction, { moveId }, { because })
    },
  }
}
