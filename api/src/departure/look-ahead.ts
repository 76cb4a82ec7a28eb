import type { DeparturePreview } from '@foyer/contracts/departure'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { datesAfterRemoval } from '@foyer/lifecycle/depart'
import { unseenOf } from '@foyer/lifecycle/unseen'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { undoHoursAt } from '../restoring/way-back.ts'
import { type GroupsInSight, lookAtGroups } from '../routes/groups-in-sight.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { lookAtApps } from './apps-in-sight.ts'
import { lookAtLeaver } from './leaver.ts'
import { lookAtOwnedAlone } from './owners-in-sight.ts'

/** The same directory, with a deadline of its own for what the preview can do without. */
export interface DirectoriesAhead {
  readonly directory: OrganizationDirectory
  readonly appsDirectory: Pick<OrganizationDirectory, 'listApps'>
}

/** What leaving now would end for somebody, and what of that nobody can see. */
export async function lookAhead(
  { directory, appsDirectory }: DirectoriesAhead,
  caller: Pick<CallerIdentity, 'personId' | 'homeTenantId'>,
  connected: ConnectedOrganization,
  now: Date,
): Promise<Omit<DeparturePreview, 'microsoftLeaveUrl'>> {
  const { personId, homeTenantId } = caller
  const [{ verdict, person: _, hasHiddenGroup, ...groups }, isSyncedFromHome, { sight, apps }] =
    await Promise.all([
      lookAtLeaver(directory, caller, connected).then(async (leaver) => ({
        ...leaver,
        ...(await groupsAhead(directory, await lookAtGroups(directory, leaver.person, connected))),
      })),
      homeTenantId === undefined ? false : directory.findHomeSync(homeTenantId),
      lookAtApps(appsDirectory, personId),
    ])
  const undoHours = undoHoursAt(connected)
  const { restorableUntil, erasedBy } = datesAfterRemoval(now)
  return {
    mayLeave: verdict.mayLeave,
    ...(verdict.mayLeave ? {} : { mayNotBecause: verdict.because }),
    ...groups,
    ...(apps ? { apps } : {}),
    unseen: unseenOf({ apps: sight, hasHiddenGroup, isSyncedFromHome }),
    mayReturnBySync: isSyncedFromHome ?? false,
    ...(undoHours > 0 ? { undoHours } : {}),
    restorableUntil: restorableUntil.toISOString(),
    erasedBy: erasedBy.toISOString(),
  }
}

// Where only the number is shown, nothing else may tell what those groups are.
async function groupsAhead(
  directory: OrganizationDirectory,
  { memberships, visibility }: GroupsInSight,
): Promise<
  Pick<DeparturePreview, 'groupCount' | 'groups' | 'ownedAlone'> & { hasHiddenGroup: boolean }
> {
  const groupCount = memberships.length
  if (visibility === 'count') return { groupCount, hasHiddenGroup: false }
  return {
    groupCount,
    groups: memberships.map(({ name, kind }) => ({ name, kind })),
    ownedAlone: await lookAtOwnedAlone(directory, memberships),
    hasHiddenGroup: memberships.some(({ isMembershipHidden }) => isMembershipHidden),
  }
}
