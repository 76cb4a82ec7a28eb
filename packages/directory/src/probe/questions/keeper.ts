import { NotFoundOut, type Question } from '../question.ts'
import type { GraphReply } from '../graph-door.ts'
import type { Inquiry } from '../inquiry.ts'
import {
  beginToChange,
  bringBack,
  disposableGuest,
  getDisposableGuest,
} from './disposable-guest.ts'

const minuteMs = 60_000

/** V-12: what an app may that is User Administrator over a unit of guests, each by itself. */
export const keeperQuestions: readonly Question[] = [
  {
    ...questionOf('sponsors', 'takes a sponsor from a test guest'),
    async ask(inquiry) {
      const { object, sponsorIds, keeper } = await beginAs(inquiry)
      const path = `/users/${object.id}/sponsors/${sponsorIds[0]}/$ref`
      return verdictOn(await inquiry.step('removal', async () => keeper.ask('DELETE', path)))
    },
  },
  {
    ...questionOf('delete', 'deletes a test guest'),
    async ask(inquiry) {
      const { object, keeper } = await beginAs(inquiry)
      const path = `/users/${object.id}`
      return verdictOn(await inquiry.step('deletion', async () => keeper.ask('DELETE', path)))
    },
  },
  {
    ...questionOf('restore', 'deletes a test guest and restores them'),
    async ask(inquiry) {
      const { object, keeper, operator } = await beginAs(inquiry)
      const user = `/users/${object.id}`
      await inquiry.step('deletion', async () => operator.require('DELETE', user, 204))
      await inquiry.wait('the deletion settles', 2 * minuteMs)
      const path = `/directory/deletedItems/${object.id}/restore`
      return verdictOn(await inquiry.step('restore', async () => keeper.ask('POST', path)))
    },
  },
]

function questionOf(part: string, changes: string) {
  return {
    id: 'V-12',
    variant: `unitScopedKeeper.${part}`,
    needs: [
      disposableGuest,
      'a keeper that is User Administrator over a unit with this guest',
      'the operator: User.ReadWrite.All',
    ],
    changes: `${changes}, and brings back what was`,
    isExclusive: true,
    cleanUp: bringBack,
  }
}

/** A keeper who may not even write what stands there already has no role over this guest. */
async function beginAs(inquiry: Inquiry) {
  const { object, sponsorIds, organization } = await getDisposableGuest(inquiry)
  const keeper = inquiry.graph(organization, 'keeper')
  await inquiry.step('role', async () => {
    const body = { jobTitle: object.jobTitle ?? null }
    const { status } = await keeper.ask('PATCH', `/users/${object.id}`, { body })
    if (status !== 204) throw new NotFoundOut('the keeper has no role over this guest')
  })
  return { object, sponsorIds, keeper, operator: await beginToChange(inquiry) }
}

function verdictOn({ status, code }: GraphReply): string {
  if (status === 200 || status === 204) return 'allowed'
  if (status === 403) return 'refused'
  throw new NotFoundOut(`the answer is ${status} ${code}`)
}
