import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { sql, type Transaction } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'

interface KnownPerson {
  readonly personId: string
  readonly name: string
  readonly mail: string | undefined
}

/** Sponsors and owners who are no guests: of these the name and the address, and nothing more. */
export async function keepPeople(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  people: readonly KnownPerson[],
): Promise<void> {
  const once = [...new Map(people.map((person) => [person.personId, person])).values()]
  if (once.length === 0) return
  await sql`
    INSERT INTO person (organization_id, person_id, name, mail)
    SELECT ${organizationId}, told.* FROM unnest(${once.map(({ personId }) => personId)}::uuid[],
      ${once.map(({ name }) => name)}::text[], ${once.map(({ mail }) => mail ?? null)}::text[])
      AS told (person_id, name, mail)
    WHERE NOT EXISTS (SELECT FROM guest
      WHERE guest.organization_id = ${organizationId} AND guest.guest_id = told.person_id)
    ON CONFLICT (organization_id, person_id) DO UPDATE
      SET name = excluded.name, mail = excluded.mail
      WHERE (person.name, person.mail) IS DISTINCT FROM (excluded.name, excluded.mail)`.execute(
    transaction,
  )
}

/** Who owns a group that a guest is in, and is no guest. */
const ownersOfGuests = sql`
  SELECT DISTINCT owner.owner_id FROM owner
  WHERE NOT EXISTS (SELECT FROM guest WHERE guest.organization_id = owner.organization_id
      AND guest.guest_id = owner.owner_id)
    AND EXISTS (SELECT FROM membership WHERE membership.organization_id = owner.organization_id
      AND membership.group_id = owner.group_id)`

/**
 * Learns the names of owners, and forgets whoever is neither sponsor nor owner any more.
 *
 * @throws {DirectoryError} and {@link StoreError}
 */
export async function sweepPeople(
  store: Store,
  organizationId: OrganizationId,
  ask: () => OrganizationDirectory,
): Promise<void> {
  const { rows } = await store.asOrganization(organizationId, async (transaction) =>
    sql<{ ownerId: PersonId }>`${ownersOfGuests}`.execute(transaction),
  )
  const owners = rows.map(({ ownerId }) => ownerId)
  for (let from = 0; from < owners.length; from += 200) {
    const named = await ask().listNames(owners.slice(from, from + 200))
    await store.asOrganization(organizationId, async (transaction) =>
      keepPeople(transaction, organizationId, named),
    )
  }
  await store.asOrganization(organizationId, async (transaction) =>
    sql`
      DELETE FROM person
      WHERE NOT EXISTS (SELECT FROM guest_sponsor
          WHERE guest_sponsor.organization_id = person.organization_id
            AND guest_sponsor.sponsor_id = person.person_id)
        AND person_id NOT IN (${ownersOfGuests})`.execute(transaction),
  )
}
