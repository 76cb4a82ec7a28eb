import type { Inquiry } from '../inquiry.ts'
import { NotFoundOut, type Question } from '../question.ts'
import type { ProbedOrganization, TestGuest } from '../setting.ts'
import { nameOf, type TokenAnswer } from '../sign-ins.ts'
import { askEach, guestsOf, organizationOf } from '../test-guests.ts'

const hourMs = 3_600_000
/**
 * Refusals that speak of the account at that organization: the refresh token was taken for whose it
 * is. 50014 pending, 50020 no guest, 50057 blocked, 50076 and 53003 by policy, 50105 not assigned,
 * 65001 no consent, 500200 a personal account.
 */
const knowTheAccount: readonly number[] = [50014, 50020, 50057, 50076, 50105, 53003, 65001, 500200]

/** Where and how long a refresh token serves. */
export const refreshTokenQuestions: readonly Question[] = [
  {
    id: 'V-01',
    variant: 'refreshTokenElsewhere',
    needs: ['a test guest without an Entra home', 'a second organization'],
    ask: async ({ setting, signIns }) =>
      askEach(guestsOf(setting, ['microsoft', 'google', 'mail-code', 'saml']), async (guest) => {
        const elsewhere = requireElsewhere(setting.organizations, guest)
        const { refreshToken } = await signIns.get(guest)
        const answer = await signIns.refresh(elsewhere, refreshToken)
        if ('tokens' in answer) return 'every-account'
        const { error, codes } = answer.refusal
        if (codes.some((code) => knowTheAccount.includes(code))) return 'every-account'
        if (error === 'invalid_grant') return 'work-accounts-only'
        throw new NotFoundOut(`the refresh token of ${guest.mail}: ${nameOf(answer.refusal)}`)
      }),
  },
  {
    id: 'V-07',
    variant: 'refreshTokenLife',
    needs: ['a test guest with a work account, one with a SAML account', '25 hours'],
    async ask(inquiry) {
      const [work, saml] = guestsOf(inquiry.setting, ['work', 'saml'])
      if (work?.kind !== 'work' || !saml) {
        throw new NotFoundOut('needs a test guest with a work account and one with a SAML account')
      }
      for (const guest of [work, saml]) await begin(inquiry, guest)
      await inquiry.wait('13 hours', 13 * hourMs)
      const atNoon = await serves(inquiry, saml, '13 hours')
      await serves(inquiry, work, '13 hours')
      await inquiry.wait('25 hours', 12 * hourMs)
      const nextDay = await serves(inquiry, work, '25 hours')
      if (nextDay && atNoon) return '90-days'
      if (!nextDay && !atNoon) return '12-hours-saml-24-hours-spa'
      const said = (does: boolean) => (does ? 'serves' : 'is over')
      throw new NotFoundOut(
        `that of a SAML account ${said(atNoon)} after 13 hours, of a work account ${said(nextDay)} after 25`,
      )
    },
  },
]

function requireElsewhere(
  organizations: readonly ProbedOrganization[],
  { organization }: TestGuest,
): ProbedOrganization {
  const found = organizations.find(({ slug }) => slug !== organization)
  if (!found) throw new NotFoundOut('needs a second organization')
  return found
}

async function begin({ step, signIns }: Inquiry, guest: TestGuest): Promise<void> {
  await step(`${guest.mail}, token`, async () => (await signIns.get(guest)).refreshToken)
}

/** Redeems the newest token: whether renewal lengthens its life is a part of the question. */
async function serves(inquiry: Inquiry, guest: TestGuest, when: string): Promise<boolean> {
  const { setting, signIns, step, recorded } = inquiry
  const newest = recorded(`${guest.mail}, 13 hours`) as { token: string } | undefined
  const token = newest?.token || String(recorded(`${guest.mail}, token`))
  const { token: renewed } = await step(`${guest.mail}, ${when}`, async () => ({
    token: renewedBy(await signIns.refresh(organizationOf(setting, guest), token)),
  }))
  return renewed !== ''
}

function renewedBy(answer: TokenAnswer): string {
  if ('tokens' in answer) return answer.tokens.refreshToken
  const { error, codes } = answer.refusal
  if (error === 'invalid_grant' || codes.includes(700084)) return ''
  throw new NotFoundOut(`a refresh token: ${nameOf(answer.refusal)}`)
}
