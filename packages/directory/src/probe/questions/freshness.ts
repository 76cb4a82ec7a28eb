import type { Question } from '../question.ts'
import { claimsOf } from '../sign-ins.ts'
import { type AccountKind, accountKinds } from '../setting.ts'
import { askEach, guestsOf } from '../test-guests.ts'
import { requireOptionalClaims } from './claims.ts'

/** How far the clocks of Entra and of this machine may differ. */
const toleranceMs = 3 * 60_000

/** What a token tells of when its guest last proved who they are. */
export const freshnessQuestions: readonly Question[] = [
  ...accountKinds.map(authTimeOf),
  {
    id: 'V-05',
    variant: 'promptLogin',
    needs: ['a test guest who signs in twice, some minutes apart'],
    ask: async ({ setting, signIns }) =>
      askEach(guestsOf(setting, accountKinds), async (guest) => {
        const { wasAsked } = await signIns.getAgain(guest)
        return wasAsked ? 'asks' : 'returns-at-once'
      }),
  },
]

function authTimeOf(kind: AccountKind): Question {
  return {
    id: 'V-04',
    variant: `authTime.${kind}`,
    needs: [`a test guest of kind ${kind} who signs in twice, some minutes apart`],
    ask: async ({ setting, signIns }) =>
      askEach(guestsOf(setting, [kind]), async (guest) => {
        const again = await signIns.getAgain(guest)
        const { auth_time: seconds } = requireOptionalClaims(claimsOf(again.accessToken))
        if (typeof seconds !== 'number') return 'absent'
        return again.at.getTime() - seconds * 1000 > toleranceMs ? 'stale' : 'fresh'
      }),
  }
}
