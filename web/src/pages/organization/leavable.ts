import type { Me, Membership } from '@foyer/contracts/me'
import type { GroupLeaving } from './group-leaving.ts'

/** The groups that the person can leave by themselves and is not leaving already. */
export function listLeavable(
  me: Me,
  memberships: readonly Membership[],
  underWay: readonly GroupLeaving[],
  askedFor: ReadonlySet<string>,
): string[] {
  if (me.kind !== 'guest') return []
  const leaving = new Set([...underWay.map(({ groupId }) => groupId), ...askedFor])
  return memberships
    .filter(({ canLeave, groupId }) => canLeave && !leaving.has(groupId))
    .map(({ groupId }) => groupId)
}
