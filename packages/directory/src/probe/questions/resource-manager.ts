import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { NotFoundOut, type Question } from '../question.ts'
import { accountKinds } from '../setting.ts'
import { nameOf } from '../sign-ins.ts'
import { askEach, guestsOf, organizationOf } from '../test-guests.ts'
import { resourceManagerScope } from './access-policies.ts'

const Tenants = Type.Object({ value: Type.Array(Type.Object({ tenantId: Type.String() })) })

/** V-24: whether Azure Resource Manager lists a person's tenants. */
export const resourceManagerQuestions: readonly Question[] = [
  {
    id: 'V-24',
    variant: 'resourceManager',
    needs: ['a test guest', 'consent to user_impersonation of Azure Resource Manager'],
    ask: async ({ setting, signIns }) =>
      askEach(guestsOf(setting, accountKinds), async (guest) => {
        const organization = organizationOf(setting, guest)
        const { refreshToken } = await signIns.get(guest)
        const answer = await signIns.refresh(organization, refreshToken, resourceManagerScope)
        if ('refusal' in answer) {
          throw new NotFoundOut(`no token for Resource Manager: ${nameOf(answer.refusal)}`)
        }
        const reply = await fetch(`${setting.resourceManager}/tenants?api-version=2022-12-01`, {
          headers: { authorization: `Bearer ${answer.tokens.accessToken}` },
          redirect: 'error',
        })
        const body: unknown = await reply.json().catch(() => undefined)
        if (!Check(Tenants, body)) return 'silent'
        const isListed = body.value.some(({ tenantId }) => tenantId === organization.organizationId)
        return isListed ? 'answers' : 'silent'
      }),
  },
]
