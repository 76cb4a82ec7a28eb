// A process for tests: writes one guest after the other into the embedded store of a folder, and
// says the id of each once its transaction is acknowledged.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { openStore } from '../../src/store/store.ts'

const organizationId = 'c0000000-0000-4000-8000-00000000000c' as OrganizationId

const store = await openStore({
  store: { databaseUrl: undefined, folder: process.argv[2] ?? '' },
  organizations: [{ organizationId, slug: 'contoso', name: 'Contoso' }],
})
for (;;) {
  const guestId = randomUUID() as PersonId
  const signIn = { signsInWith: 'work-account', isEnabled: true }
  await store.asOrganization(organizationId, async (contoso) =>
    contoso
      .insertInto('guest')
      .values({ organizationId, guestId, name: 'Mei Tanaka', ...signIn })
      .execute(),
  )
  writeSync(1, `${guestId}\n`)
}
