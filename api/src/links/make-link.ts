import { createHash, randomBytes } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

export interface NewLink {
  readonly organizationId: OrganizationId
  readonly kind: 'receipt'
  /** The row that it leads to. */
  readonly subjectId: string
  /** By the Clock. */
  readonly expiresAt: Date
}

/**
 * Makes an address that leads one person to one thing.
 *
 * @returns its token, which is part of the address and is neither kept nor logged.
 */
export async function makeLink(
  transaction: Transaction<Tables>,
  { organizationId, kind, subjectId, expiresAt }: NewLink,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await transaction
    .insertInto('link')
    .values({ hash: hashOfToken(token), organizationId, kind, subjectId, expiresAt })
    .execute()
  return token
}

/** What is kept of a token, and by what it is found again. */
export function hashOfToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest()
}
