import type { OrganizationId } from '@foyer/contracts/ids'
import type { Store } from '../../src/store/store.ts'
import type { Slug, World } from './world.ts'

/** What the projection is to hold, each as one line, sorted: two of them can be compared. */
export interface Holdings {
  readonly guests: readonly string[]
  readonly removed: readonly string[]
  readonly groups: readonly string[]
  readonly memberships: readonly string[]
  readonly nestings: readonly string[]
  readonly owners: readonly string[]
}

type Row = Readonly<Record<string, unknown>>

const userProperties =
  'id,displayName,mail,companyName,accountEnabled,userType,creationType,externalUserState'

/** What Graph says to an administrator, page by page, without any feed. */
export async function readDirectory(world: World, slug: Slug): Promise<Holdings> {
  const readAll = async (path: string): Promise<Row[]> => {
    const found: Row[] = []
    for (let next: string | undefined = path; next !== undefined;) {
      const page: { value: Row[]; '@odata.nextLink'?: string } = await world.graph(next, slug)
      found.push(...page.value)
      next = page['@odata.nextLink']?.replace(/^.*?\/v1\.0/, '')
    }
    return found
  }
  const isGuest = ({ userType, creationType }: Row) =>
    userType === 'Guest' && /^(Invitation|SelfServiceSignUp)$/.test(String(creationType))
  const users = await readAll(`/users?$select=${userProperties}&$top=999`)
  const deleted = await readAll(
    `/directory/deletedItems/microsoft.graph.user?$select=${userProperties}&$top=999`,
  )
  const guests = users.filter(isGuest)
  const removed = deleted.filter(isGuest)
  const guestIds = new Set(guests.map(({ id }) => id))
  // Whose members are hidden, and who is in them, is told to nobody who may not see it.
  const all = await readAll('/groups?$select=id,displayName,visibility&$top=999')
  const groups = all.filter(({ visibility }) => visibility !== 'HiddenMembership')
  const links = async (relation: string) =>
    (
      await Promise.all(
        groups.map(async (group) =>
          (await readAll(`/groups/${String(group['id'])}/${relation}?$select=id&$top=999`)).map(
            (one) => ({ group: String(group['id']), one }),
          ),
        ),
      )
    ).flat()
  const members = await links('members')
  const owners = await links('owners')
  return {
    guests: lines(
      guests.map((user) => [user['id'], user['displayName'], user['mail'], user['accountEnabled']]),
    ),
    removed: lines(removed.map(({ id }) => [id])),
    groups: lines(groups.map((group) => [group['id'], group['displayName']])),
    memberships: lines(
      members
        .filter(({ one }) => guestIds.has(one['id']))
        .map(({ group, one }) => [group, one['id']]),
    ),
    nestings: lines(
      members
        .filter(({ one }) => one['@odata.type'] === '#microsoft.graph.group')
        .map(({ group, one }) => [group, one['id']]),
    ),
    owners: lines(owners.map(({ group, one }) => [group, one['id']])),
  }
}

/** What is remembered, as it is shown: groups that are removed, and places in them, are not. */
export async function readProjection(store: Store, organization: string): Promise<Holdings> {
  return store.asOrganization(organization as OrganizationId, async (transaction) => {
    const guests = await transaction.selectFrom('guest').selectAll().execute()
    const groups = await transaction
      .selectFrom('directoryGroup')
      .selectAll()
      .where('removedAt', 'is', null)
      .execute()
    const isThere = new Set(groups.map(({ groupId }) => groupId))
    const isHere = new Set(
      guests.filter(({ removedAt }) => removedAt === null).map(({ guestId }) => guestId),
    )
    const memberships = await transaction.selectFrom('membership').selectAll().execute()
    const nestings = await transaction.selectFrom('nesting').selectAll().execute()
    const owners = await transaction.selectFrom('owner').selectAll().execute()
    return {
      guests: lines(
        guests
          .filter(({ guestId }) => isHere.has(guestId))
          .map(({ guestId, name, mail, isEnabled }) => [guestId, name, mail, isEnabled]),
      ),
      removed: lines(
        guests.filter(({ guestId }) => !isHere.has(guestId)).map(({ guestId }) => [guestId]),
      ),
      groups: lines(groups.map(({ groupId, name }) => [groupId, name])),
      memberships: lines(
        memberships
          .filter(({ guestId, groupId }) => isHere.has(guestId) && isThere.has(groupId))
          .map(({ groupId, guestId }) => [groupId, guestId]),
      ),
      nestings: lines(
        nestings
          .filter(({ groupId, outerGroupId }) => isThere.has(groupId) && isThere.has(outerGroupId))
          .map(({ groupId, outerGroupId }) => [outerGroupId, groupId]),
      ),
      owners: lines(
        owners
          .filter(({ groupId, removedAt }) => isThere.has(groupId) && removedAt === null)
          .map(({ groupId, ownerId }) => [groupId, ownerId]),
      ),
    }
  })
}

function lines(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map((row) => row.map((value) => String(value)).join(' ')).toSorted()
}
