import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { shaped } from '../graph-door.ts'
import type { Inquiry } from '../inquiry.ts'
import { NotFoundOut, type Question } from '../question.ts'
import { getGuestObject, organizationOf } from '../test-guests.ts'
import { disposableGuest, disposableGuestOf } from './disposable-guest.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const units = '/directory/administrativeUnits'
const assignments = '/roleManagement/directory/roleAssignments'
/** Groups Administrator, over a unit in which there is no group. */
const harmlessRole = 'fdd7a751-b60b-444a-984c-02652fe8fa1c'

const Made = Type.Object({ id: Type.String() })
const Domain = Type.Object({ name: Type.String(), isInitial: Type.Optional(Type.Boolean()) })
const Tenants = Type.Object({
  value: Type.Array(Type.Object({ verifiedDomains: Type.Array(Domain) })),
})

/** What administrative units hold, and what is told of roles over them. */
export const unitQuestions: readonly Question[] = [
  {
    id: 'V-13',
    variant: 'unitMembershipDelay',
    needs: [
      'a unit with the rule of all guests (guestUnit)',
      'the operator: User.ReadWrite.All, AdministrativeUnit.ReadWrite.All',
      'up to 25 hours',
    ],
    changes: 'makes a blocked guest account of its own and deletes it',
    async ask(inquiry) {
      await inquiry.step('user', async () => makeUser(inquiry))
      await inquiry.wait('an hour', hourMs)
      if (await inquiry.step('arrived soon', async () => hasArrived(inquiry))) return '5-minutes'
      await inquiry.wait('a day', 24 * hourMs)
      if (await hasArrived(inquiry)) return '24-hours'
      throw new NotFoundOut('a new guest was not in the unit after 25 hours')
    },
    async cleanUp(inquiry) {
      const id = inquiry.recorded('user')
      if (typeof id !== 'string') return
      await inquiry
        .graph(unitOrganizationOf(inquiry), 'operator')
        .require('DELETE', `/users/${id}`, 204)
    },
  },
  {
    id: 'V-14',
    variant: 'rolesInMemberOf',
    needs: [
      disposableGuest,
      'the operator: RoleManagement.ReadWrite.Directory, AdministrativeUnit.ReadWrite.All',
    ],
    changes: 'gives a test guest for some minutes a role over an empty unit of its own',
    isExclusive: true,
    async ask(inquiry) {
      const guest = disposableGuestOf(inquiry)
      const organization = organizationOf(inquiry.setting, guest)
      const operator = inquiry.graph(organization, 'operator')
      const { id: principalId } = await getGuestObject(inquiry, guest)
      const unitId = await inquiry.step('unit', async () => {
        const body = { displayName: `Foyer probe ${randomUUID()}` }
        return shaped(Made, (await operator.require('POST', units, 201, { body })).body).id
      })
      await inquiry.step('assignment', async () => {
        const body = {
          '@odata.type': '#microsoft.graph.unifiedRoleAssignment',
          principalId,
          roleDefinitionId: harmlessRole,
          directoryScopeId: `/administrativeUnits/${unitId}`,
        }
        return shaped(Made, (await operator.require('POST', assignments, 201, { body })).body).id
      })
      await inquiry.wait('the role settles', 5 * minuteMs)
      const path = `/users/${principalId}/memberOf/microsoft.graph.directoryRole?$select=id`
      const roles = await inquiry.graph(organization, 'reader').readAll(path, Made)
      return roles.length > 0 ? 'every-active' : 'tenant-wide-only'
    },
    async cleanUp(inquiry) {
      const [assignment, unit] = [inquiry.recorded('assignment'), inquiry.recorded('unit')]
      if (typeof unit !== 'string') return
      const organization = organizationOf(inquiry.setting, disposableGuestOf(inquiry))
      const operator = inquiry.graph(organization, 'operator')
      if (typeof assignment === 'string') {
        await operator.require('DELETE', `${assignments}/${assignment}`, 204)
      }
      await operator.require('DELETE', `${units}/${unit}`, 204)
    },
  },
]

function unitOrganizationOf({ setting }: Inquiry) {
  const found = setting.organizations.find(({ guestUnitId }) => guestUnitId !== undefined)
  if (!found) throw new NotFoundOut('needs a unit with the rule of all guests (guestUnit)')
  return found
}

async function makeUser(inquiry: Inquiry): Promise<string> {
  const organization = unitOrganizationOf(inquiry)
  const [reader, operator] = [
    inquiry.graph(organization, 'reader'),
    inquiry.graph(organization, 'operator'),
  ]
  const path = '/organization?$select=verifiedDomains'
  const { value } = shaped(Tenants, (await reader.require('GET', path, 200)).body)
  const domains = value[0]?.verifiedDomains ?? []
  const domain = domains.find(({ isInitial }) => isInitial) ?? domains[0]
  if (!domain) throw new NotFoundOut('the organization names no domain')
  const word = randomUUID()
  const { body } = await operator.require('POST', '/users', 201, {
    body: {
      accountEnabled: false,
      displayName: 'Foyer probe guest',
      mailNickname: `foyer-probe-${word}`,
      userPrincipalName: `foyer-probe-${word}@${domain.name}`,
      userType: 'Guest',
      passwordProfile: { password: `${randomUUID()}Aa1!` },
    },
  })
  return shaped(Made, body).id
}

async function hasArrived(inquiry: Inquiry): Promise<boolean> {
  const organization = unitOrganizationOf(inquiry)
  const path = `${units}/${organization.guestUnitId}/members?$select=id&$top=999`
  const members = await inquiry.graph(organization, 'operator').readAll(path, Made)
  return members.some(({ id }) => id === inquiry.recorded('user'))
}
