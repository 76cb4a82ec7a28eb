import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import { DirectoryError } from './directory-error.ts'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { whereReadable } from './readable.ts'
import { guid } from './reference-url.ts'

const Assignment = Type.Object({ id: Type.String() })
const Group = Type.Object({ id: Type.String(), isAssignableToRole: maybe(Type.Boolean()) })

/**
 * Whether a person holds any directory role: assigned or eligible, at any scope, or by being in or
 * owning a group that can carry roles, whether it carries one today or not. Undefined where a part
 * cannot be read.
 *
 * `memberOf` alone would show active assignments over the whole directory only (Microsoft Entra,
 * "List Microsoft Entra role assignments").
 */
export async function holdsRole(graph: Graph, personId: PersonId): Promise<boolean | undefined> {
  const of = (kind: string) =>
    `/roleManagement/directory/${kind}?$filter=principalId%20eq%20'${guid(personId)}'&${selectOf(Assignment)}`
  const parts = await Promise.all([
    whereReadable(graph.readAll(of('roleAssignments'), Assignment)),
    whereReadable(eligibilities(graph.readAll(of('roleEligibilitySchedules'), Assignment))),
    whereReadable(
      roleGroups(graph, [
        roleGroupsPath(personId, 'transitiveMemberOf'),
        roleGroupsPath(personId, 'ownedObjects'),
      ]),
    ),
  ])
  if (parts.some((part) => part !== undefined && part.length > 0)) return true
  return parts.includes(undefined) ? undefined : false
}

/** The groups that somebody is in at all or owns, and whether each can carry roles. */
export function roleGroupsPath(
  personId: PersonId,
  relation: 'transitiveMemberOf' | 'ownedObjects',
): string {
  return `/users/${guid(personId)}/${relation}/microsoft.graph.group?${selectOf(Group)}&$top=999`
}

async function roleGroups(graph: Graph, paths: readonly string[]) {
  const found = await graph.readMany(paths, Group)
  if (found.includes(undefined)) return undefined
  return found.flatMap((groups = []) => groups.filter((group) => group.isAssignableToRole))
}

/**
 * Without the licence for it there is no eligibility: Entra removes them when the licence ends
 * (Microsoft Entra ID Governance, "Licensing fundamentals", Privileged Identity Management).
 */
async function eligibilities<T>(question: Promise<T[] | undefined>): Promise<T[] | undefined> {
  try {
    return await question
  } catch (error) {
    const isUnlicensed =
      error instanceof DirectoryError && error.facts.reason === 'AadPremiumLicenseRequired'
    if (isUnlicensed) return []
    throw error
  }
}
