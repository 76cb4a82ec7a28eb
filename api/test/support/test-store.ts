import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { type OwnedStore, openStore, type StoreSetting } from '../../src/store/store.ts'
import { makePlace, type TestPlace } from './place.ts'
import { contoso, fabrikam } from './portal.ts'

export const contosoId = contoso.tenantId as OrganizationId
export const fabrikamId = fabrikam.tenantId as OrganizationId
export const organizations = [contoso, fabrikam].map(({ tenantId, slug, name }) => ({
  organizationId: tenantId as OrganizationId,
  slug,
  name,
}))

/** A store of Contoso and Fabrikam in the home that the suite runs on, and where it is. */
export interface TestStore extends AsyncDisposable {
  readonly store: OwnedStore
  readonly place: TestPlace
}

export async function openTestStore(setting?: StoreSetting): Promise<TestStore> {
  const place = await makePlace()
  const store = await openStore({ store: place.store, organizations }, setting)
  return {
    store,
    place,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await place[Symbol.asyncDispose]()
    },
  }
}

/** The row of a guest of whom nothing matters but that there is one. */
export function guestRow(organizationId: OrganizationId, guestId: string, name: string) {
  return {
    organizationId,
    guestId: guestId as PersonId,
    name,
    signsInWith: 'work-account',
    isEnabled: true,
  }
}
