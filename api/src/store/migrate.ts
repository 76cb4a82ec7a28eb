import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { ConfigurationError } from '../configuration/configuration-error.ts'
import { prepareAppRole, requireOwner, requireSafeAppRole } from './app-role.ts'
import * as projection from './migrations/0001-projection.ts'
import * as following from './migrations/0002-following.ts'
import * as watches from './migrations/0003-watches.ts'
import * as work from './migrations/0004-work.ts'
import * as recall from './migrations/0006-recall.ts'
import * as restoration from './migrations/0007-restoration.ts'
import * as returning from './migrations/0008-return.ts'
import * as exit from './migrations/0009-exit.ts'
import * as ownerless from './migrations/0010-ownerless.ts'
import * as policy from './migrations/0011-policy.ts'
import * as term from './migrations/0012-term.ts'
import * as ending from './migrations/0013-ending.ts'
import * as bulk from './migrations/0014-bulk.ts'
import * as succession from './migrations/0015-succession.ts'
import * as askedEnding from './migrations/0016-asked-ending.ts'
import * as doubt from './migrations/0017-doubt.ts'
import * as inviter from './migrations/0018-inviter.ts'
import * as invitation from './migrations/0019-invitation.ts'
import * as invitingDelegation from './migrations/0020-inviting-delegation.ts'
import * as invitationFile from './migrations/0021-invitation-file.ts'
import * as move from './migrations/0022-move.ts'
import * as reset from './migrations/0023-reset.ts'
import * as invitationTemplate from './migrations/0024-invitation-template.ts'
import * as refusedInvitation from './migrations/0025-refused-invitation.ts'
import * as recallTogether from './migrations/0026-recall-together.ts'
import type { Tables } from './tables.ts'

/** In order. What has been released is never edited: a test holds the hash of each. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-projection': projection,
  '0002-following': following,
  '0003-watches': watches,
  '0004-work': work,
  '0006-recall': recall,
  '0007-restoration': restoration,
  '0008-return': returning,
  '0009-exit': exit,
  '0010-ownerless': ownerless,
  '0011-policy': policy,
  '0012-term': term,
  '0013-ending': ending,
  '0014-bulk': bulk,
  '0015-succession': succession,
  '0016-asked-ending': askedEnding,
  '0017-doubt': doubt,
  '0018-inviter': inviter,
  '0019-invitation': invitation,
  '0020-inviting-delegation': invitingDelegation,
  '0021-invitation-file': invitationFile,
  '0022-move': move,
  '0023-reset': reset,
  '0024-invitation-template': invitationTemplate,
  '0025-refused-invitation': refusedInvitation,
  '0026-recall-together': recallTogether,
}

/** Of this program, and of every store that it has opened. */
export const schemaVersion = Object.keys(migrations).at(-1) ?? ''

/** Any number that nobody else takes in this database: the bytes of "foyr". */
const migrationLock = 0x66_6f_79_72

/**
 * Brings the schema to this program's version, in one transaction and under a lock, so that of
 * several processes one migrates and the others find it done.
 *
 * @returns the names of the migrations that were run.
 * @throws {ConfigurationError} for a store of a later version, and for a role without or with too much power.
 */
export async function migrate(
  database: Kysely<Tables>,
  { upTo = schemaVersion }: { readonly upTo?: string } = {},
): Promise<readonly string[]> {
  return database.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(${migrationLock})`.execute(transaction)
    await requireOwner(transaction)
    await prepareAppRole(transaction)
    const migrator = new Migrator({
      db: transaction,
      provider: { getMigrations: async () => ({ ...migrations }) },
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    })
    const { error, results } = await migrator.migrateTo(upTo)
    if (error) throw refusalOf(error)
    await requireSafeAppRole(transaction)
    return (results ?? []).map(({ migrationName }) => migrationName)
  })
}

function refusalOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('the store could not be migrated')
  if (!error.message.startsWith('corrupted migrations')) return error
  return new ConfigurationError(
    `the store is of a later version than this program, whose newest is ${schemaVersion}`,
    { cause: error },
  )
}
