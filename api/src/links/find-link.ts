import type { OrganizationId } from '@foyer/contracts/ids'
import type { Store } from '../store/store.ts'
import { hashOfToken, type LinkKind } from './make-link.ts'

/**
 * Where an address leads that has not ended yet; undefined where there is none.
 *
 * @throws {StoreError}
 */
export async function findLink(
  store: Store,
  kind: LinkKind,
  token: string,
  now: Date,
): Promise<{ readonly organizationId: OrganizationId; readonly subjectId: string } | undefined> {
  return store.outside(async (handle) =>
    handle
      .selectFrom('link')
      .select(['organizationId', 'subjectId'])
      .where('hash', '=', hashOfToken(token))
      .where('kind', '=', kind)
      .where('expiresAt', '>', now)
      .executeTakeFirst(),
  )
}
