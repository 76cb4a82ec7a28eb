import { createHmac, timingSafeEqual } from 'node:crypto'
import type { CallerIdentity } from '../token/validate-claims.ts'

/** Where a list goes on, for the one person in the one organization that it was read for. */
export interface Cursors {
  issue(caller: CallerIdentity, position: number): string
  /** Undefined for one that is somebody else's, or none. */
  read(cursor: string, caller: CallerIdentity): number | undefined
}

/** @param list which list it is of, so that no cursor of another one goes on in it. */
export function createCursors(key: Uint8Array, list: string): Cursors {
  function sign(position: string, { organizationId, personId }: CallerIdentity): Buffer {
    const parts = ['cursor', list, organizationId, personId, position]
    return createHmac('sha256', key).update(parts.join('\n')).digest()
  }

  return {
    issue: (caller, position) =>
      `${position}.${sign(String(position), caller).toString('base64url')}`,
    read(cursor, caller) {
      const [, position = '', signature = ''] = /^(\d{1,15})\.([\w-]{43})$/.exec(cursor) ?? []
      const told = Buffer.from(signature, 'base64url')
      const expected = sign(position, caller)
      const isOurs = told.length === expected.length && timingSafeEqual(told, expected)
      return isOurs ? Number(position) : undefined
    },
  }
}
