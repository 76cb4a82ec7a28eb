import type { GroupId } from '@foyer/contracts/ids'
import { type DirectoryGroup, Group, groupOf } from './group.ts'
import type { Graph } from './graph.ts'
import { selectOf } from './graph-shape.ts'
import { guid } from './reference-url.ts'

/** What each of these groups is; one that does not exist any more is left out. */
export async function listGroups(
  graph: Graph,
  groupIds: readonly GroupId[],
): Promise<DirectoryGroup[]> {
  const paths = groupIds.map((groupId) => `/groups/${guid(groupId)}?${selectOf(Group)}`)
  const found = await graph.readEach(paths, Group)
  return found.filter((group) => group !== undefined).map(groupOf)
}
