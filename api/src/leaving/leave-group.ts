import type { GroupId } from '@foyer/contracts/ids'
import { problemOfRefusal } from '@foyer/contracts/problem'
import { startDeadline } from '@foyer/directory/deadline'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { mayLeaveGroup } from '@foyer/lifecycle/leave-group'
import { mayEnter, mayLeaveGroups } from '@foyer/lifecycle/presence'
import { connectedOf, languageOfPeople } from '../configuration/connected-organization.ts'
import type { HeldStep, StepKind } from '../work/step.ts'
import { type End, endLeaving } from './end.ts'
import { leaveGroupKind, type LeavingRow } from './leaving.ts'
import { giveUpLeaving, type LeavingSetting, takeTurn, takeUpLeaving } from './work.ts'

/**
 * Ends a guest's direct membership of one group, once. To remove a member who is none has succeeded:
 * whoever finds an attempt looks, and where the membership is still there tries again.
 */
export function leaveGroupWork(setting: LeavingSetting): StepKind {
  const { directory, clock, deadlineMs } = setting

  async function run(step: HeldStep): Promise<void> {
    const row = await step.note(async (transaction) => takeUpLeaving(transaction, step))
    const { organizationId, guestId } = row
    const groupId = row.groupId
    if (!groupId) throw new Error('this leaving is of no group')
    const connected = connectedOf(setting.organizations, organizationId)
    const directoryRequestIds: string[] = []
    const here = () => directory.of(organizationId, startDeadline(deadlineMs, step.ending))
    const finish = async (end: End) =>
      step.finish(async (transaction) =>
        endLeaving(transaction, row, end, {
          now: clock.now(),
          organizationLanguage: languageOfPeople(connected),
          directoryRequestIds,
        }),
      )

    const because = await findObstacle(here(), row, groupId)
    if (because && row.attemptedAt && endedMemberships.has(because)) {
      return finish({ state: 'done', leftAt: row.attemptedAt })
    }
    if (because) return finish({ state: 'refused', because })

    await step.note(async (transaction) => {
      await takeTurn(transaction, row)
      await transaction
        .updateTable('leaving')
        .set({ attemptedAt: clock.now() })
        .where('leavingId', '=', row.leavingId)
        .execute()
    })
    const removal = await directory
      .of(organizationId, startDeadline(deadlineMs, step.ending), {
        onRequestId: (id) => directoryRequestIds.push(id),
      })
      .removeMember(groupId, guestId)
    // Somebody else was quicker, unless it was an attempt before this one.
    if (removal === 'not-there' && !row.attemptedAt) {
      const why = await findObstacle(here(), row, groupId)
      if (why) return finish({ state: 'refused', because: why })
    }
    return finish({ state: 'done', leftAt: clock.now() })
  }

  return {
    kind: leaveGroupKind,
    run,
    giveUp: async (transaction, step, because) =>
      giveUpLeaving(transaction, step, because, setting),
  }
}

/** After an attempt: who is in the group through another one only, or owns it, has left it. */
const endedMemberships: ReadonlySet<string> = new Set([
  'membership-not-found',
  'group-nested-only',
  'group-owner-only',
])

/** Why the group is not left, as the directory says now; undefined where nothing stands in the way. */
async function findObstacle(
  directory: OrganizationDirectory,
  { guestId }: LeavingRow,
  groupId: GroupId,
): Promise<string | undefined> {
  const entry = mayEnter(await directory.findPerson(guestId))
  if (!entry.isAdmitted) return entry.because
  if (!mayLeaveGroups(entry.person.kind)) return 'not-a-guest'
  const memberships = await directory.listMemberships(guestId)
  const membership = memberships.find((each) => each.groupId === groupId)
  if (!membership) return 'membership-not-found'
  const verdict = mayLeaveGroup(membership)
  return verdict.canLeave ? undefined : problemOfRefusal(verdict.because)
}
