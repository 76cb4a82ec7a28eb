import type { PersonId } from '@foyer/contracts/ids'
import type { Sponsor } from '@foyer/contracts/me'
import { startDeadline } from '@foyer/directory/deadline'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { DirectoryError } from '@foyer/directory/directory-error'
import type { GroupMembership } from '@foyer/directory/memberships'
import type { Person } from '@foyer/directory/person'
import type { RemovedPerson } from '@foyer/directory/removal'
import { losesLastOwner } from '@foyer/lifecycle/last-owner'
import type { Transaction } from 'kysely'
import { connectedOf, languageOfPeople } from '../configuration/connected-organization.ts'
import { askWhetherStillSo, requireLeaver, requireTouchable } from '../departure/leaver.ts'
import { noteRemoval } from '../projection/own-writes.ts'
import type { Tables } from '../store/tables.ts'
import { requireItsTime } from '../work/its-time.ts'
import { type HeldStep, PutOff, type StepKind } from '../work/step.ts'
import { keepGuestKey } from '../words/guest-key.ts'
import { sealWords } from '../words/seal.ts'
import { type End, endLeaving } from './end.ts'
import {
  leaveOrganizationKind,
  type LeavingRow,
  type LeavingWords,
  readLeavingWords,
  stoppedByGuest,
  toldOf,
} from './leaving.ts'
import { giveUpLeaving, type LeavingSetting, takeTurn, takeUpLeaving } from './work.ts'

/**
 * Removes a guest who wants to leave, once:
 *
 *   look back ──was attempted and is gone──────────────────────────────┐
 *       │                                                              ▼
 *       └──► look ──may not──► refused        attempt ──► verify ──► done
 *             └──may──► snapshot and intent ────▲
 *
 * The intent is durable before the attempt. Whoever finds one looks whether it was carried out, and
 * never guesses.
 */
export function leaveOrganizationWork(setting: LeavingSetting): StepKind {
  const { directory, clock, deadlineMs } = setting

  async function run(step: HeldStep): Promise<void> {
    const row = await step.note(async (transaction) => takeUpLeaving(transaction, step))
    const { organizationId, guestId } = row
    const connected = connectedOf(setting.organizations, organizationId)
    if (row.state !== 'under-way') return step.finish(async () => {})
    if (row.beginsAt && !row.attemptedAt) requireItsTime(row.beginsAt, clock.now())
    const directoryRequestIds: string[] = []
    const here = () =>
      directory.of(organizationId, startDeadline(deadlineMs, step.ending), {
        onRequestId: (id) => directoryRequestIds.push(id),
      })
    const ask = () => directory.of(organizationId, startDeadline(deadlineMs, step.ending))
    const finish = async (end: End, ended = row) =>
      step.finish(async (transaction) =>
        endLeaving(transaction, ended, end, {
          now: clock.now(),
          organizationLanguage: languageOfPeople(connected),
          undoHours: row.grantedBy ? 0 : connected.undoHours,
          directoryRequestIds,
        }),
      )

    if (row.attemptedAt) {
      const removed = await ask().findRemovedPerson(guestId)
      if (removed) return finish({ state: 'done', leftAt: leftAtOf(removed, row) })
    }

    const look = ask()
    const [person, snapshot] = await Promise.all([
      askWhetherStillSo(async () =>
        row.exitRequestId
          ? requireTouchable(look, guestId)
          : requireLeaver(look, { personId: guestId }, connected),
      ),
      // At the same moment; whether it can be told counts for nobody but who may leave.
      Promise.allSettled([look.getHoldings(guestId), look.listSponsors(guestId)]),
    ])
    if (person === 'no-longer-here' && row.attemptedAt) {
      // By a worker that is slow, just now; or long ago, and erased since.
      const removed = await ask().findRemovedPerson(guestId)
      return finish({ state: 'done', leftAt: leftAtOf(removed, row) })
    }
    if (typeof person === 'string') return finish({ state: 'refused', because: person })

    const [holdings, sponsors] = [valueOf(snapshot[0]), valueOf(snapshot[1])]
    // Asked of the few who own any: nobody else leaves a group without an owner.
    const alone = holdings.owns.length > 0 ? await findOwnedAlone(look, guestId) : []
    // In doubt, every group that they own.
    const ownedAlone = alone?.map(({ groupId }) => groupId) ?? [...holdings.owns]
    const ownerless = alone?.map(({ name }) => name) ?? []
    const attempted = await step.note(async (transaction) => {
      // Stopped in that moment by its guest.
      if (!(await takeTurn(transaction, row))) return undefined
      if (!(await isStillWanted(transaction, row))) return stoppedByGuest
      const words = await readLeavingWords(transaction, row)
      const attemptedAt = clock.now()
      const key = await keepGuestKey(transaction, organizationId, guestId)
      const written = await transaction
        .updateTable('leaving')
        .set({
          attemptedAt,
          holdings: JSON.stringify(holdings),
          ownedAlone,
          ...(words ? { words: sealWords(key, wordsNow(words, person, sponsors, ownerless)) } : {}),
        })
        .where('leavingId', '=', row.leavingId)
        .returningAll()
        .executeTakeFirstOrThrow()
      // From here on the directory is asked about them, whatever becomes of this.
      await noteRemoval(transaction, guestId, attemptedAt)
      return written
    })

    if (!attempted) return step.finish(async () => {})
    if (attempted === stoppedByGuest) return finish({ state: 'refused', because: attempted })
    const removal = await here().removePerson(guestId)
    // Somebody was quicker: an administrator, or an attempt before this one.
    if (removal === 'not-there' && !row.attemptedAt) {
      return finish({ state: 'refused', because: 'no-longer-here' }, attempted)
    }
    const removed = await ask().findRemovedPerson(guestId)
    if (!removed) throw new PutOff('not-yet-removed')
    return finish({ state: 'done', leftAt: leftAtOf(removed, attempted) }, attempted)
  }

  return {
    kind: leaveOrganizationKind,
    run,
    giveUp: async (transaction, step, because) =>
      giveUpLeaving(transaction, step, because, setting),
  }
}

/** Of a removal that was granted, whether nobody has said since that the guest did not ask for it. */
async function isStillWanted(
  transaction: Transaction<Tables>,
  { exitRequestId }: LeavingRow,
): Promise<boolean> {
  if (!exitRequestId) return true
  const request = await transaction
    .selectFrom('exitRequest')
    .select('state')
    .where('exitRequestId', '=', exitRequestId)
    .forUpdate()
    .executeTakeFirst()
  return request?.state === 'granted'
}

/** Groups that somebody alone owns; leaving does not wait for who could not be asked. */
async function findOwnedAlone(
  directory: OrganizationDirectory,
  guestId: PersonId,
): Promise<readonly GroupMembership[] | undefined> {
  try {
    return (await directory.listMemberships(guestId)).filter(losesLastOwner)
  } catch (error) {
    if (error instanceof DirectoryError) return undefined
    throw error
  }
}

function valueOf<T>(told: PromiseSettledResult<T>): T {
  if (told.status === 'rejected') throw told.reason
  return told.value
}

function wordsNow(
  words: LeavingWords,
  { name, mail }: Person,
  sponsors: readonly Sponsor[],
  ownerless: readonly string[],
): LeavingWords {
  return {
    ...words,
    ownerless,
    guest: { name, ...(mail ? { mail } : {}) },
    told: sponsors.flatMap(toldOf),
  }
}

function leftAtOf(removed: RemovedPerson | undefined, { attemptedAt, askedAt }: LeavingRow): Date {
  return removed?.removedAt ? new Date(removed.removedAt) : (attemptedAt ?? askedAt)
}
