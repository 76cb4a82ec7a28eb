import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { InvitationLanguage } from '@foyer/contracts/invitation'
import {
  type InvitationTemplate,
  mostTemplates,
  type NewInvitationTemplate,
} from '@foyer/contracts/invitation-template'
import type { DirectoryGroup } from '@foyer/directory/group'
import { addDays, dayOf, earlierOf } from '@foyer/lifecycle/calendar'
import { latestInvitedEnd } from '@foyer/lifecycle/invitation'
import type { Selectable, Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import { findInForce, type InForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'

export type TemplateRow = Selectable<Tables['invitationTemplate']>

export async function listTemplates(transaction: Transaction<Tables>): Promise<TemplateRow[]> {
  return transaction
    .selectFrom('invitationTemplate')
    .selectAll()
    .orderBy((query) => query.fn('lower', ['name']))
    .execute()
}

/** One that is written, in place of a version; 0 for one that there was not. */
export interface TemplateChange {
  readonly organizationId: OrganizationId
  readonly templateId: string
  readonly inPlaceOf: number
  readonly wanted: NewInvitationTemplate
  readonly by: PersonId
  /** By the Clock. */
  readonly now: Date
}

/**
 * Keeps a template. Sent twice it is kept once.
 *
 * @returns its version, and whether that is new.
 * @throws {ProblemError} `version-changed` where somebody was quicker.
 */
export async function keepTemplate(
  transaction: Transaction<Tables>,
  change: TemplateChange,
): Promise<{ readonly version: number; readonly isNew: boolean }> {
  const { organizationId, templateId, inPlaceOf, wanted, by, now } = change
  const others = (await listTemplates(transaction)).filter(
    (template) => template.templateId !== templateId,
  )
  if (others.some(({ name }) => name.toLowerCase() === wanted.name.toLowerCase())) {
    throw new ProblemError('template-name-taken')
  }
  if (others.length >= mostTemplates) throw new ProblemError('too-many-templates')
  const { groupIds, message = null, ...rest } = wanted
  const version = inPlaceOf + 1
  const values = {
    ...rest,
    groupIds: groupIds.map((id) => id.toLowerCase()),
    message,
    version,
    changedAt: now,
    changedBy: by,
  }
  const kept =
    inPlaceOf === 0
      ? await transaction
          .insertInto('invitationTemplate')
          .values({ organizationId, templateId, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await transaction
          .updateTable('invitationTemplate')
          .set(values)
          .where('templateId', '=', templateId)
          .where('version', '=', inPlaceOf)
          .returning('version')
          .executeTakeFirst()
  if (kept) return { version, isNew: true }
  // Perhaps the first of two clicks was quicker.
  const after = await transaction
    .selectFrom('invitationTemplate')
    .selectAll()
    .where('templateId', '=', templateId)
    .executeTakeFirst()
  if (after && isSame(after, values)) return { version, isNew: false }
  throw new ProblemError('version-changed')
}

function isSame(after: TemplateRow, wanted: Omit<TemplateRow, 'organizationId' | 'templateId'>) {
  const textOf = ({
    name,
    purpose,
    accessDays,
    groupIds,
    language,
    message,
    version,
    changedBy,
  }: typeof wanted) =>
    JSON.stringify([name, purpose, accessDays, groupIds, language, message, version, changedBy])
  return textOf(after) === textOf(wanted)
}

/** @returns whether there was one. */
export async function removeTemplate(
  transaction: Transaction<Tables>,
  templateId: string,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('invitationTemplate')
    .where('templateId', '=', templateId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/**
 * Templates as somebody who invites reads them.
 *
 * @param invitable the groups into which they can bring a guest, as the directory says now.
 */
export async function tellTemplates(
  transaction: Transaction<Tables>,
  rows: readonly TemplateRow[],
  invitable: readonly Pick<DirectoryGroup, 'groupId' | 'name'>[],
  now: Date,
): Promise<InvitationTemplate[]> {
  const inForce = await findInForce(transaction, now)
  const namesOf = await rememberNames(transaction, groupsOf(rows))
  for (const { groupId, name } of invitable) namesOf.set(groupId, name)
  const ids = new Set<string>(invitable.map(({ groupId }) => groupId))
  return rows.map((row) => ({
    templateId: row.templateId,
    version: row.version,
    name: row.name,
    purpose: row.purpose,
    accessDays: row.accessDays,
    endsOn: endOf(row.accessDays, inForce, now),
    groups: row.groupIds.map((id) => {
      const name = namesOf.get(id)
      return {
        groupId: id as GroupId,
        ...(name === undefined ? {} : { name }),
        isInvitable: ids.has(id),
      }
    }),
    language: row.language as InvitationLanguage,
    ...(row.message === null ? {} : { message: row.message }),
    changedAt: row.changedAt.toISOString(),
  }))
}

/** The groups of all of them, each once. */
export function groupsOf(rows: readonly Pick<TemplateRow, 'groupIds'>[]): GroupId[] {
  return [...new Set(rows.flatMap(({ groupIds }) => groupIds))] as GroupId[]
}

/** The policy may have become stricter since it was written. */
function endOf(accessDays: number, inForce: InForce | undefined, now: Date) {
  const today = inForce?.today ?? dayOf(now, 'UTC')
  const day = addDays(today, accessDays)
  return inForce ? earlierOf(day, latestInvitedEnd(inForce.kept.policy, today)) : day
}

async function rememberNames(
  transaction: Transaction<Tables>,
  groupIds: readonly GroupId[],
): Promise<Map<string, string>> {
  if (groupIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('directoryGroup')
    .select(['groupId', 'name'])
    .where('removedAt', 'is', null)
    .where('groupId', 'in', groupIds)
    .execute()
  return new Map(rows.map(({ groupId, name }) => [groupId, name]))
}
