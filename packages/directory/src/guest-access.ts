import { Type } from 'typebox'
import { DirectoryError } from './directory-error.ts'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'

/** What an organization lets its guests see of itself; restricted: not even their own groups. */
export type GuestAccess = 'as-members' | 'limited' | 'restricted'

const AuthorizationPolicy = Type.Object({ guestUserRoleId: maybe(Type.String()) })

/** Microsoft Entra, "Restrict guest access permissions". */
const accessOfRole: Readonly<Record<string, GuestAccess>> = {
  'a0b1b346-4d3e-4e8b-98f8-753987be4970': 'as-members',
  '10dae51f-b6af-4016-8d66-8c2a99b929b3': 'limited',
  '2af84b1e-32c8-42b7-82bc-daa82404023b': 'restricted',
}

/** A level that we may not read, or do not know, counts as restricted. */
export async function getGuestAccess(graph: Graph): Promise<GuestAccess> {
  const path = `/policies/authorizationPolicy?${selectOf(AuthorizationPolicy)}`
  try {
    const policy = await graph.read(path, AuthorizationPolicy)
    return accessOfRole[policy?.guestUserRoleId?.toLowerCase() ?? ''] ?? 'restricted'
  } catch (error) {
    if (error instanceof DirectoryError && error.code === 'directory-refused') return 'restricted'
    throw error
  }
}
