import type { PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { ProblemError } from './problem-error.ts'
import type { RequestKey } from './request-key.ts'

type Sender = Pick<CallerIdentity, 'organizationId' | 'personId'>

/**
 * What was made by this key of this person before.
 *
 * @throws {ProblemError} for a key that was sent with another request.
 */
export async function findKeptRequest(
  transaction: Transaction<Tables>,
  personId: PersonId,
  { key, requestHash }: RequestKey,
): Promise<string | undefined> {
  const known = await transaction
    .selectFrom('requestKey')
    .select(['subjectId', 'requestHash'])
    .where('personId', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (known && !Buffer.from(known.requestHash).equals(requestHash)) {
    throw new ProblemError('idempotency-key-reused')
  }
  return known?.subjectId
}

/** Keeps what is made by a key; the same request at the same moment was kept already. */
export async function keepRequest(
  transaction: Transaction<Tables>,
  { organizationId, personId }: Sender,
  { key, requestHash }: RequestKey,
  subjectId: string,
): Promise<void> {
  await transaction
    .insertInto('requestKey')
    .values({ organizationId, personId, key, requestHash, subjectId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
