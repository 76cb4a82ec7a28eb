import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { whereReadable } from './readable.ts'

/** What an organization lets its guests see of itself; restricted: not even their own groups. */
export type GuestAccess = 'as-members' | 'limited' | 'restricted'

const AuthorizationPolicy = Type.Object({ guestUserRoleId: maybe(Type.String()) })

/** Microsoft Entra, "Restrict guest access permissions". */
const accessOfRole: Readonly<Record<string, GuestAccess>> = {
  'a0b1b346-4d3e-4e8b-98f8-753987be4970': 'as-members',
  '10dae51f-b6af-4016-8d66-8c2a99b929b3': 'limited',
  '2af84b1e-32c8-42b7-82bc-daa82404023b': 'restricted',
}

/** Undefined where it cannot be read, or is none that we know. */
export async function findGuestAccess(graph: Graph): Promise<GuestAccess | undefined> {
  const path = `/policies/authorizationPolicy?${selectOf(AuthorizationPolicy)}`
  const policy = await whereReadable(graph.read(path, AuthorizationPolicy))
  return accessOfRole[policy?.guestUserRoleId?.toLowerCase() ?? '']
}
