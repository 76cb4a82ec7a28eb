import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { SignsInWith } from '@foyer/contracts/me'
import { startDeadline } from '@foyer/directory/deadline'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { isExpectedAccount } from '@foyer/lifecycle/invitation'
import { type Transaction } from 'kysely'
import { connectedOf, type ConnectedOrganization } from '../configuration/connected-organization.ts'
import { askWhetherStillSo, requireTouchable } from '../departure/leaver.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import { followRedemption, lapseMove } from '../moves/follow.ts'
import { isMoveStopped } from '../moves/move.ts'
import { noteGuest } from '../projection/own-writes.ts'
import type { Tables } from '../store/tables.ts'
import { requireItsTime } from '../work/its-time.ts'
import { type HeldStep, PutOff, type StepKind } from '../work/step.ts'
import { keepAccepted, reopen } from './accept.ts'
import { findInvitable } from './invitable-groups.ts'
import {
  changeInvitation,
  findInvitation,
  lockInvitation,
  readInvitationWords,
  type ToldInvitation,
} from './invitation.ts'
import { findOwnGuest, isLongKnown } from './known-guest.ts'
import { acceptanceKind } from './step-kinds.ts'
import { remindOfInvitation, tellInsiders } from './tell.ts'
import { writeDownInvitation } from './write-down.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** No request is still under way that began so long ago. */
const attemptMs = 2 * minuteMs
/** Whoever stopped at Microsoft's pages is reminded after so long, once. */
const stuckMs = 2 * dayMs
/** So long at most it is looked for a redemption; then the organization's rule about pending guests holds. */
const longestMs = 60 * dayMs
const waitsForRedemption = 'waits-for-redemption'

/**
 * Sees what became of an acceptance, and brings the guest in:
 *
 *   accepting ──nobody can tell──► look ──a guest is there──► accepted     └──none──► open
 *   accepted ──look, again and again──► redeemed ──as expected──► groups, end date ──► redeemed
 *                                          └──another kind of account──► held, without groups
 *
 * Each may be done twice, so nothing is lost by a worker that ends in the middle.
 */
export function acceptanceWork({
  directory,
  clock,
  organizations,
  deadlineMs,
}: LeavingSetting): StepKind {
  async function run(step: HeldStep): Promise<void> {
    const told = await step.note(async (transaction) => {
      const row = await findInvitation(transaction, step.subjectId)
      const words = row && (await readInvitationWords(transaction, row))
      return row && words && { row, words }
    })
    const connected = connectedOf(organizations, step.organizationId)
    const requestIds: string[] = []
    const here = () =>
      directory.of(step.organizationId, startDeadline(deadlineMs, step.ending), {
        onRequestId: (id) => requestIds.push(id),
      })
    if (told?.row.state === 'accepting') return resolve(step, told, connected, here())
    if (told?.row.state === 'accepted') return follow(step, told, connected, here, requestIds)
    return step.finish(async () => {})
  }

  /** Nobody can tell what came of an attempt: the directory is asked. */
  async function resolve(
    step: HeldStep,
    told: ToldInvitation,
    connected: ConnectedOrganization,
    here: OrganizationDirectory,
  ): Promise<void> {
    const { row, words } = told
    const attemptedAt = row.attemptedAt ?? clock.now()
    requireItsTime(new Date(attemptedAt.getTime() + attemptMs), clock.now())
    const known = await findOwnGuest(here, row, words.mail)
    if (!known || known === 'other') {
      return step.finish(async (transaction) => {
        const locked = await lockInvitation(transaction, row.invitationId)
        if (locked?.state !== 'accepting' || locked.attempts !== row.attempts) return
        const because = known === 'other' ? 'known-already' : 'directory-failed'
        await reopen(transaction, { row: locked, words }, { because, at: clock.now() })
      })
    }
    const { invitationId, sponsorId } = row
    await step.note(async (transaction) =>
      keepAccepted(
        transaction,
        { invitationId, connected, now: clock.now },
        { guestId: known.personId, sponsorId, requestIds: [] },
      ),
    )
    throw new PutOff(waitsForRedemption, { waitMs: minuteMs, isEndless: true })
  }

  async function follow(
    step: HeldStep,
    told: ToldInvitation,
    connected: ConnectedOrganization,
    here: () => OrganizationDirectory,
    requestIds: readonly string[],
  ): Promise<void> {
    const { row } = told
    const guestId = row.guestId as PersonId
    const person = await here().findPerson(guestId)
    const now = clock.now()
    // Whoever was removed meanwhile is nobody's open invitation any more.
    if (!person && isLongKnown(row, now)) {
      return step.finish(async (transaction) =>
        end(transaction, told, connected, 'guest-gone', now),
      )
    }
    if (person?.isRedeemed !== true) return wait(step, told, connected, now)
    const isExpected = isExpectedAccount(row.expected as SignsInWith, person.signsInWith)
    const touchable = await askWhetherStillSo(async () => requireTouchable(here(), guestId))
    const isStopped = await step.note(async (transaction) => isMoveStopped(transaction, row))
    const mayJoin = isExpected && typeof touchable !== 'string' && !isStopped
    const missed = mayJoin ? await join(here, told, person) : row.groupIds
    return step.finish(async (transaction) => {
      // Held since, because the move was stopped.
      const locked = await lockInvitation(transaction, row.invitationId)
      if (locked?.state !== 'accepted') return
      const state = mayJoin ? 'redeemed' : 'held'
      const because = isStopped
        ? 'move-stopped'
        : typeof touchable === 'string'
          ? touchable
          : 'another-account'
      const change = {
        state,
        because: mayJoin ? null : because,
        redeemedAt: now,
        endedAt: now,
        mailHash: null,
        missedGroupIds: [...missed],
      }
      await changeInvitation(transaction, row, change)
      const ended = { ...told, row: { ...row, ...change } }
      const isMove =
        mayJoin && (await followRedemption(transaction, ended, { connected, at: now }, guestId))
      // Who is asked what follows is told by that, and opens the page before a feed tells of the guest.
      if (isMove) await noteGuest(transaction, row.organizationId, person, now)
      // Of a move that was stopped they are told already.
      else if (!isStopped) {
        await tellInsiders(transaction, ended, { connected, at: now }, { outcome: state })
      }
      await writeDownInvitation(transaction, ended, {
        act: 'redeem-invitation',
        outcome: mayJoin ? 'done' : 'refused',
        ...(mayJoin ? {} : { because }),
        actor: { kind: 'guest', id: guestId },
        directoryRequestIds: requestIds,
        facts: {
          groups: row.groupIds.filter((id) => !missed.includes(id)),
          missed: [...missed],
        },
        at: now,
      })
    })
  }

  async function wait(
    step: HeldStep,
    { row, words }: ToldInvitation,
    connected: ConnectedOrganization,
    now: Date,
  ): Promise<void> {
    const sinceMs = now.getTime() - (row.acceptedAt ?? now).getTime()
    if (sinceMs > longestMs) {
      return step.finish(async (transaction) =>
        end(transaction, { row, words }, connected, 'never-redeemed', now),
      )
    }
    if (sinceMs > stuckMs && !row.remindedAt && row.expiresAt > now) {
      await step.note(async (transaction) => {
        await changeInvitation(transaction, row, { remindedAt: now })
        await remindOfInvitation(transaction, { row, words }, now)
      })
    }
    // Somebody who has just been sent to Microsoft is back within minutes; later it is no hurry.
    const waitMs = Math.min(60 * minuteMs, Math.max(10_000, sinceMs / 10))
    throw new PutOff(waitsForRedemption, { waitMs, isEndless: true })
  }

  return { kind: acceptanceKind, run, giveUp: async () => {} }
}

/** Brings the guest into the groups they were invited to, as far as whoever invited still may. */
async function join(
  here: () => OrganizationDirectory,
  { row }: ToldInvitation,
  { personId }: Person,
): Promise<string[]> {
  const inviter = { personId: row.invitedBy, isOperator: row.invitedAs === 'operator' }
  const groups = await findInvitable(here(), row.groupIds as GroupId[], inviter)
  const joined = new Set<string>()
  for (const { groupId } of groups) {
    if (await here().addMember(groupId, personId)) joined.add(groupId)
  }
  return row.groupIds.filter((id) => !joined.has(id))
}

/** Nobody has come to the end at Microsoft. */
async function end(
  transaction: Transaction<Tables>,
  { row }: ToldInvitation,
  connected: ConnectedOrganization,
  because: 'guest-gone' | 'never-redeemed',
  now: Date,
): Promise<void> {
  await changeInvitation(transaction, row, {
    state: 'expired',
    because,
    endedAt: now,
    mailHash: null,
  })
  await lapseMove(transaction, row, { connected, at: now, because })
}
