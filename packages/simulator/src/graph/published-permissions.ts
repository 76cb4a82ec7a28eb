import published from '../../reference/permissions.json' with { type: 'json' }
import type { PermissionSet } from './caller.ts'
import { plainPath } from './resource-actions.ts'

const operations: Readonly<Record<string, PermissionSet>> = published.operations

/**
 * What an operation accepts by Microsoft's own table (`reference/permissions.json`).
 *
 * Casts and counts of a list accept what the list accepts.
 *
 * @throws {Error} for an operation without a row: it has to name its permissions and their document.
 */
export function publishedPermissions(method: string, path: string): PermissionSet {
  const found = operations[`${method} ${plainPath(path)}`]
  if (!found) throw new Error(`No permissions are published for ${method} ${path}`)
  return found
}
