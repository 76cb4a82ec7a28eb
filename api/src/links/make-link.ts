import { createHash, randomBytes } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

export type LinkKind =
  'receipt' | 'code-attempt' | 'exit-status' | 'not-me' | 'invitation' | 'move' | 'reset'

/** What an address leads to, that is given to one person. */
export interface NewLink {
  readonly organizationId: OrganizationId
  readonly kind: LinkKind
  readonly subjectId: string
  /** By the Clock. */
  readonly expiresAt: Date
}

/**
 * Makes the token of an address that nobody can guess: 256 random bits, of which only the hash is
 * kept. It is known to whoever it is given to, and cannot be read again.
 */
export async function makeLink(transaction: Transaction<Tables>, link: NewLink): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await transaction
    .insertInto('link')
    .values({ ...link, hash: hashOfToken(token) })
    .execute()
  return token
}

export function hashOfToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest()
}
