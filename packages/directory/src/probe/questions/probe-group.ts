import { Type } from 'typebox'
import { shaped } from '../graph-door.ts'
import type { Inquiry } from '../inquiry.ts'
import { NotFoundOut } from '../question.ts'
import type { ProbedOrganization } from '../setting.ts'

const Made = Type.Object({ id: Type.String() })

/** Where the operator may make groups. @throws {NotFoundOut} */
export function groupOrganizationOf({ setting }: Inquiry): ProbedOrganization {
  const found = setting.organizations.find(({ powers }) => powers.operator && powers.reader)
  if (!found) throw new NotFoundOut('needs an organization with an operator')
  return found
}

/** Makes a security group with nobody in it, once, and keeps its id. */
export async function makeGroup(inquiry: Inquiry, word: string): Promise<string> {
  const door = inquiry.graph(groupOrganizationOf(inquiry), 'operator')
  return inquiry.step('group', async () => {
    const { body } = await door.require('POST', '/groups', 201, {
      body: {
        displayName: `Foyer probe ${word}`,
        description: 'Made by the probe of Foyer, which deletes it again',
        mailNickname: `foyer-probe-${word}`,
        mailEnabled: false,
        securityEnabled: true,
      },
    })
    return shaped(Made, body).id
  })
}

export async function deleteGroup(inquiry: Inquiry): Promise<void> {
  const id = inquiry.recorded('group')
  if (typeof id !== 'string') return
  const door = inquiry.graph(groupOrganizationOf(inquiry), 'operator')
  const { status } = await door.ask('GET', `/groups/${id}?$select=id`)
  if (status !== 404) await door.require('DELETE', `/groups/${id}`, 204)
}
