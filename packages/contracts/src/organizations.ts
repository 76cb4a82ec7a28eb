import { type Static, Type } from 'typebox'
import { OrganizationId } from './ids.ts'
import { operation } from './operation.ts'

/** How a browser finds an organization: a locator, of no authority. */
export const OrganizationLocation = Type.Object(
  {
    organizationId: OrganizationId,
    slug: Type.String(),
    name: Type.String(),
    /** Whether its guests may be shown their other organizations, from Azure Resource Manager. */
    listsOtherOrganizations: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type OrganizationLocation = Static<typeof OrganizationLocation>

export const lookUpOrganization = operation({
  id: 'lookUpOrganization',
  method: 'GET',
  path: '/v1/organizations/lookup',
  caller: 'anyone',
  summary: 'Find an organization by its address here or its domain, or by name if it is listed',
  query: Type.Object(
    { name: Type.String({ minLength: 1, maxLength: 255 }) },
    { additionalProperties: false },
  ),
  success: { status: 200, reply: OrganizationLocation },
  problems: ['organization-not-found'],
})
