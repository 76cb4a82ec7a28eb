import { Type } from 'typebox'
import { shaped } from '../graph-door.ts'
import type { Inquiry } from '../inquiry.ts'
import { NotFoundOut, type Question } from '../question.ts'
import { nameOf, type TokenAnswer } from '../sign-ins.ts'
import { getGuestObject, guestsOf, organizationOf, requireGuest } from '../test-guests.ts'
import { accountKinds, type TestGuest } from '../setting.ts'

const minuteMs = 60_000
const policies = '/identity/conditionalAccess/policies'
const Made = Type.Object({ id: Type.String() })

/** V-23: what a policy does that blocks everything but the API, for one test guest. */
export const accessPolicyQuestions: readonly Question[] = [
  {
    id: 'V-23',
    variant: 'excludedResource',
    needs: [
      'a test guest, in an organization with Entra ID P1',
      'the operator: Policy.ReadWrite.ConditionalAccess',
    ],
    changes: 'makes a Conditional Access policy that blocks one test guest for some minutes',
    isExclusive: true,
    async ask(inquiry) {
      const guest = policyGuestOf(inquiry)
      const { refreshToken } = await inquiry.signIns.get(guest)
      const organization = organizationOf(inquiry.setting, guest)
      await inquiry.step('before', async () => {
        const answer = await inquiry.signIns.refresh(organization, refreshToken)
        if ('refusal' in answer) throw new NotFoundOut(`before: ${nameOf(answer.refusal)}`)
      })
      await inquiry.step('policy', async () => makePolicy(inquiry, guest))
      await inquiry.wait('policies come into force', 10 * minuteMs)
      const other = await inquiry.signIns.refresh(
        organization,
        refreshToken,
        `${resourceManagerScope} openid profile offline_access`,
      )
      if (!isBlocked(other)) throw new NotFoundOut('the policy did not come into force')
      const after = await inquiry.signIns.refresh(organization, refreshToken)
      if ('tokens' in after) return 'let-through'
      if (isBlocked(after)) return 'blocked-all-the-same'
      throw new NotFoundOut(`the refusal is ${nameOf(after.refusal)}`)
    },
    async cleanUp(inquiry) {
      const id = inquiry.recorded('policy')
      if (typeof id !== 'string') return
      const organization = organizationOf(inquiry.setting, policyGuestOf(inquiry))
      await inquiry.graph(organization, 'operator').require('DELETE', `${policies}/${id}`, 204)
    },
  },
]

export const resourceManagerScope = 'https://management.azure.com/user_impersonation'

function policyGuestOf({ setting }: Inquiry): TestGuest {
  const [first] = guestsOf(setting, accountKinds)
  return requireGuest(setting, 'a test guest', (guest) => guest === first)
}

async function makePolicy(inquiry: Inquiry, guest: TestGuest): Promise<string> {
  const { setting } = inquiry
  const { id: userId } = await getGuestObject(inquiry, guest)
  const door = inquiry.graph(organizationOf(setting, guest), 'operator')
  const { body } = await door.require('POST', policies, 201, {
    body: {
      displayName: 'Foyer probe: blocks one test guest',
      state: 'enabled',
      conditions: {
        clientAppTypes: ['all'],
        applications: { includeApplications: ['All'], excludeApplications: [setting.apiClientId] },
        users: { includeUsers: [userId] },
      },
      grantControls: { operator: 'OR', builtInControls: ['block'] },
    },
  })
  return shaped(Made, body).id
}

function isBlocked(answer: TokenAnswer): boolean {
  return 'refusal' in answer && answer.refusal.codes.includes(53003)
}
