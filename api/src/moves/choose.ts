import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { MoveChoice, MoveRefusal } from '@foyer/contracts/move'
import type { DirectoryGroup } from '@foyer/directory/group'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { takesGuests } from '@foyer/lifecycle/invitation'
import type { Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import { findInvitable } from '../invitations/invitable-groups.ts'
import { requireEnd } from '../invitations/invite.ts'
import { findInForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'

/** A group of the old account, and why it cannot follow where it cannot. */
interface Choice {
  readonly group: DirectoryGroup
  readonly isThere: boolean
  readonly cannotBecause: MoveRefusal | undefined
}

/**
 * The groups that the old account is in directly, as the directory says now, and which of them the
 * caller may bring somebody into.
 *
 * @throws {DirectoryError}
 */
export async function listChoices(
  directory: OrganizationDirectory,
  { guestId, toGuestId }: { readonly guestId: PersonId; readonly toGuestId: PersonId },
  caller: { readonly personId: string; readonly isOperator: boolean },
): Promise<Choice[]> {
  const [memberships, { memberOf }] = await Promise.all([
    directory.listMemberships(guestId),
    directory.getTies(toGuestId),
  ])
  const direct = memberships.filter(({ isDirectMember }) => isDirectMember)
  const ids = direct.map(({ groupId }) => groupId)
  const invitable = await findInvitable(directory, ids, caller)
  return direct.map((group) => ({
    group,
    isThere: memberOf.includes(group.groupId),
    cannotBecause: refusalOf(group, invitable),
  }))
}

function refusalOf(
  group: DirectoryGroup,
  invitable: readonly DirectoryGroup[],
): MoveRefusal | undefined {
  if (group.isManagedByRule) return 'rule'
  if (group.isSynced) return 'synced'
  if (group.isRoleAssignable) return 'role-assignable'
  if (group.isManagedInExchange) return 'exchange'
  if (!takesGuests(group)) return 'protected'
  return invitable.some(({ groupId }) => groupId === group.groupId) ? undefined : 'not-yours'
}

/** What is asked of the caller. Groups whose members are hidden are shown to operators only. */
export async function tellChoice(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  choices: readonly Choice[],
  { isOperator, now }: { readonly isOperator: boolean; readonly now: Date },
): Promise<MoveChoice> {
  const shown = choices.filter(({ group }) => isOperator || !group.isMembershipHidden)
  const endsOn = await findSetEnd(transaction, guestId)
  const problem = endsOn && (await findEndProblem(transaction, endsOn, now))
  return {
    groups: shown.map(({ group: { groupId, name, kind }, isThere, cannotBecause }) => ({
      groupId,
      name,
      kind,
      isThere,
      ...(cannotBecause ? { cannotBecause } : {}),
    })),
    hiddenGroups: choices.length - shown.length,
    ...(endsOn ? { endsOn } : {}),
    ...(problem ? { endCannotBecause: problem } : {}),
  }
}

/** The last day that somebody has set for a guest. */
export async function findSetEnd(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<string | undefined> {
  const term = await transaction
    .selectFrom('term')
    .select('endDate')
    .where('guestId', '=', guestId)
    .executeTakeFirst()
  return term?.endDate ?? undefined
}

async function findEndProblem(
  transaction: Transaction<Tables>,
  day: string,
  now: Date,
): Promise<MoveChoice['endCannotBecause']> {
  const inForce = await findInForce(transaction, now)
  try {
    requireEnd(inForce, day, now)
    return undefined
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.code === 'end-in-the-past' ? 'end-in-the-past' : 'end-over-the-cap'
  }
}

/** @throws {ProblemError} `group-not-invitable` for one that cannot follow by the caller's word. */
export function requireChosen(
  choices: readonly Choice[],
  groupIds: readonly GroupId[],
  isOperator: boolean,
): readonly DirectoryGroup[] {
  const wanted = new Set(groupIds.map((id) => id.toLowerCase()))
  const chosen = choices.filter(
    ({ group, cannotBecause }) =>
      wanted.has(group.groupId) &&
      cannotBecause === undefined &&
      (isOperator || !group.isMembershipHidden),
  )
  if (chosen.length < wanted.size) throw new ProblemError('group-not-invitable')
  return chosen.map(({ group }) => group)
}
