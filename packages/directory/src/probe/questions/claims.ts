import type { Question } from '../question.ts'
import { NotFoundOut } from '../question.ts'
import { claimsOf, homeOf } from '../sign-ins.ts'
import { accountKinds } from '../setting.ts'
import { askEach, getGuestObject, guestsOf, organizationOf } from '../test-guests.ts'

const others = ['google', 'mail-code', 'saml'] as const

/** What stands in the tokens of guests. */
export const claimQuestions: readonly Question[] = [
  {
    id: 'V-02',
    variant: 'clientInfoWithoutEntraHome',
    needs: ['a test guest without an Entra home'],
    ask: async ({ setting, signIns }) =>
      askEach(guestsOf(setting, ['microsoft', ...others]), async (guest) => {
        const { clientInfo } = await signIns.get(guest)
        const { organizationId } = organizationOf(setting, guest)
        return homeOf(clientInfo)['utid'] === organizationId ? 'resource-tenant' : 'own'
      }),
  },
  {
    id: 'V-06',
    variant: 'acct',
    needs: ['a test guest'],
    ask: async ({ setting, signIns }) =>
      askEach(guestsOf(setting, accountKinds), async (guest) => {
        const claims = requireOptionalClaims(claimsOf((await signIns.get(guest)).accessToken))
        const { acct } = claims
        if (acct === undefined) return 'absent'
        if (typeof acct === 'number' || typeof acct === 'string') return typeof acct
        throw new NotFoundOut(`acct is a ${typeof acct}`)
      }),
  },
  {
    id: 'V-21',
    variant: 'idpOfOthers',
    needs: ['a test guest with a Google, a code or a SAML account'],
    ask: async (inquiry) =>
      askEach(guestsOf(inquiry.setting, others), async (guest) => {
        const { idp } = claimsOf((await inquiry.signIns.get(guest)).accessToken)
        const { identities } = await getGuestObject(inquiry, guest)
        const issuer = identities?.find(({ signInType }) => signInType === 'federated')?.issuer
        if (!issuer) throw new NotFoundOut(`the directory names no home of ${guest.mail}`)
        return idp === issuer ? 'as-recorded' : 'opaque'
      }),
  },
]

/**
 * The API asks for `idtyp` too, which every token of a person then has: without it, that another
 * optional claim is missing says nothing.
 *
 * @throws {NotFoundOut}
 */
export function requireOptionalClaims(
  claims: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (claims['idtyp'] === undefined) throw new NotFoundOut('the API asks for no optional claims')
  return claims
}
