import { type Kysely, sql } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Tables } from './tables.ts'

/** What is kept of an organization: nothing that names a person. */
export type KeptOrganization = Pick<ConnectedOrganization, 'organizationId' | 'slug' | 'name'>

/**
 * Keeps the rows of organizations in step with the configuration. One that is not connected any
 * more keeps its rows and is marked, so that to connect it again brings them back.
 */
export async function keepOrganizations(
  database: Kysely<Tables>,
  connected: readonly KeptOrganization[],
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const { organizationId, slug, name } of connected) {
      await transaction
        .insertInto('organization')
        .values({ organizationId, slug, name })
        .onConflict((conflict) =>
          conflict
            .column('organizationId')
            .doUpdateSet({ slug, name, disconnectedAt: null })
            // Several processes start at once, and most starts change nothing.
            .where(
              sql<boolean>`(organization.slug, organization.name, organization.disconnected_at)
                IS DISTINCT FROM (${slug}, ${name}, NULL)`,
            ),
        )
        .execute()
    }
    await transaction
      .updateTable('organization')
      .set({ disconnectedAt: sql`now()` })
      .where('disconnectedAt', 'is', null)
      .where(
        'organizationId',
        'not in',
        connected.map(({ organizationId }) => organizationId),
      )
      .execute()
  })
}
