import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { DirectoryError } from '@foyer/directory/directory-error'
import { mayLeaveGroup } from '@foyer/lifecycle/leave-group'
import { connectedOf, languageOfPeople } from '../configuration/connected-organization.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import { findHold } from '../returns/hold.ts'
import { type HeldStep, PutOff, type StepKind } from '../work/step.ts'
import { endRestoration, giveUpRestoration, type ReturnEnd, takeUpRestoration } from './end.ts'
import {
  holdingsOf,
  isRemovedByLeaving,
  requireRestoration,
  restoreGuestKind,
} from './restoration.ts'

/**
 * Brings back somebody who has left, once, with those who vouched for them:
 *
 *   there already? ──yes, not by us──► refused
 *       │  └──yes, was attempted─────────────────────────────────┐
 *       └──no──► removed by that leaving? ──no──► refused        ▼
 *                   └──yes──► intent ──► attempt ──► verify ──► sponsors ──► groups ──► done
 *
 * Groups come back by the directory's own doing; what did not is counted and told. Of those that
 * whoever granted it did not want back, the guest is taken out at once.
 */
export function restoreGuestWork(setting: LeavingSetting): StepKind {
  const { directory, clock, deadlineMs } = setting

  async function run(step: HeldStep): Promise<void> {
    const { row, leaving } = await step.note(async (transaction) => {
      await takeUpRestoration(transaction, step)
      return requireRestoration(transaction, step.subjectId)
    })
    const { organizationId, guestId } = row
    const connected = connectedOf(setting.organizations, organizationId)
    const directoryRequestIds: string[] = []
    const ask = () =>
      directory.of(organizationId, startDeadline(deadlineMs, step.ending), {
        onRequestId: (id) => directoryRequestIds.push(id),
      })
    const isThere = async () => (await ask().findPerson(guestId)) !== undefined
    const finish = async (end: ReturnEnd) =>
      step.finish(async (transaction) =>
        endRestoration(transaction, row, end, {
          now: clock.now(),
          organizationLanguage: languageOfPeople(connected),
          directoryRequestIds,
        }),
      )
    const refuse = async (because: string) => finish({ state: 'refused', because })

    if (await isThere()) {
      // Somebody was quicker: an administrator has brought them back.
      if (!row.attemptedAt) return refuse('there-again')
    } else {
      const removed = await ask().findRemovedPerson(guestId)
      // After an attempt the directory may show them in neither place for a moment.
      if (!removed && row.attemptedAt) throw new PutOff('not-yet-restored')
      if (!removed) return refuse('erased')
      if (!isRemovedByLeaving(leaving, removed)) return refuse('removed-by-others')
      const isHeld = await step.note(async (transaction) => {
        if (await findHold(transaction, leaving.leavingId)) return true
        await transaction
          .updateTable('restoration')
          .set({ attemptedAt: clock.now() })
          .where('restorationId', '=', row.restorationId)
          .execute()
        return false
      })
      if (isHeld) return refuse('held')
      const restoration = await ask().restorePerson(guestId)
      if (restoration === 'taken') return refuse('address-taken')
      if (!(await isThere())) throw new PutOff('not-yet-restored')
    }
    const had = holdingsOf(leaving)
    const has = await ask().getHoldings(guestId)
    const missing = had.sponsors.filter((id) => !has.sponsors.includes(id))
    const lostSponsors = await nameAgain(ask, guestId, missing)
    const wanted = had.memberOf.filter((id) => !row.withoutGroups.includes(id))
    const lostGroups = wanted.filter((id) => !has.memberOf.includes(id)).length
    const keptGroups = await leaveOut(ask, guestId, row.withoutGroups)
    return finish({ state: 'done', lostSponsors, lostGroups, keptGroups })
  }

  return {
    kind: restoreGuestKind,
    run,
    giveUp: async (transaction, step, because) =>
      giveUpRestoration(transaction, step, because, setting),
  }
}

/** @returns how many of the sponsors cannot be named: they are gone, or Foyer may not. */
async function nameAgain(
  ask: () => OrganizationDirectory,
  guestId: PersonId,
  sponsors: readonly string[],
): Promise<number> {
  let lost = 0
  for (const sponsorId of sponsors) {
    if (!(await unlessRefused(ask().addSponsor(guestId, sponsorId)))) lost += 1
  }
  return lost
}

/** @returns how many of the groups the guest is still in, because Foyer may not take them out. */
async function leaveOut(
  ask: () => OrganizationDirectory,
  guestId: PersonId,
  unwanted: readonly string[],
): Promise<number> {
  if (unwanted.length === 0) return 0
  const memberships = await ask().listMemberships(guestId)
  let kept = 0
  for (const membership of memberships.filter(({ groupId }) => unwanted.includes(groupId))) {
    const isOut =
      mayLeaveGroup(membership).canLeave &&
      (await unlessRefused(ask().removeMember(membership.groupId, guestId)))
    if (!isOut) kept += 1
  }
  return kept
}

/** What the directory does not let Foyer do is counted, and no reason to ask again. */
async function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof DirectoryError && error.code === 'directory-refused') return undefined
    throw error
  }
}
