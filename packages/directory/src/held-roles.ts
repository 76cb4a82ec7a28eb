import { Type } from 'typebox'
import { Check } from 'typebox/value'
import type { Deadline } from './deadline.ts'
import type { GraphTransport } from './graph-transport.ts'
import { guid } from './reference-url.ts'

/** The directory roles of an identity, besides Directory Readers, as far as it may see them. */
export interface HeldRoles {
  readonly roles: readonly { readonly name: string; readonly isOverEverything: boolean }[]
  /** Whose role over an administrative unit it holds. */
  readonly unitRoleOf: 'grouper' | 'keeper' | undefined
}

/** Microsoft Entra, "Built-in roles"; the template ids are the same in every tenant. */
const directoryReaders = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'
const rolesOfUnits: Readonly<Record<string, { name: string; identity: 'grouper' | 'keeper' }>> = {
  'fdd7a751-b60b-444a-984c-02652fe8fa1c': { name: 'Groups Administrator', identity: 'grouper' },
  'fe930be7-5e62-47db-91af-98c3a49a38b1': { name: 'User Administrator', identity: 'keeper' },
}

const Principal = Type.Object({ id: Type.String() })
const Assignments = Type.Object({
  value: Type.Array(
    Type.Object({ roleDefinitionId: Type.String(), directoryScopeId: Type.String() }),
  ),
})

/**
 * What an identity holds by role. With a role over a unit, questions about what does not exist are
 * refused like those about what is outside of the unit; and Entra asks for Directory Readers beside
 * it, by which the identity can look at itself. One that may not has no such role.
 */
export async function readHeldRoles(
  transport: GraphTransport,
  clientId: string,
  deadline: Deadline,
): Promise<HeldRoles> {
  const read = async (path: string) =>
    transport({ method: 'GET', path }, deadline).then(
      ({ status, body }) => (status === 200 ? body : undefined),
      () => undefined,
    )
  const principal = await read(`/servicePrincipals(appId='${guid(clientId)}')?$select=id`)
  if (!Check(Principal, principal)) return { roles: [], unitRoleOf: undefined }
  const assignments = await read(
    `/roleManagement/directory/roleAssignments?$filter=principalId%20eq%20'${guid(principal.id)}'`,
  )
  if (!Check(Assignments, assignments)) return { roles: [], unitRoleOf: undefined }
  const held = assignments.value
    .map(({ roleDefinitionId, directoryScopeId }) => ({
      known: rolesOfUnits[roleDefinitionId.toLowerCase()],
      roleId: roleDefinitionId.toLowerCase(),
      isOverEverything: directoryScopeId === '/',
    }))
    .filter(({ roleId }) => roleId !== directoryReaders)
  return {
    roles: held.map(({ known, roleId, isOverEverything }) => ({
      name: known?.name ?? `the role ${roleId}`,
      isOverEverything,
    })),
    unitRoleOf: held.find(({ isOverEverything }) => !isOverEverything)?.known?.identity,
  }
}
