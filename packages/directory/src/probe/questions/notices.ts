import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { shaped } from '../graph-door.ts'
import type { Inquiry } from '../inquiry.ts'
import type { Notices } from '../listener.ts'
import { NotFoundOut, type Question } from '../question.ts'
import { deleteGroup, groupOrganizationOf, makeGroup } from './probe-group.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const needs = [
  'an address at which Microsoft reaches this machine (noticesAddress), and a probe that stays',
  'the operator: Group.ReadWrite.All',
]
const changes = 'makes a security group of its own, subscribes to it, and deletes it'
const Made = Type.Object({ id: Type.String() })

/** When subscribers are told. */
export const noticeQuestions: readonly Question[] = [
  {
    id: 'V-34',
    variant: 'noticesOfChanges',
    needs,
    changes,
    async ask(inquiry) {
      const { notices, secret } = await subscribe(inquiry, 2 * hourMs)
      await inquiry.step('change', async () => changeGroup(inquiry))
      const isTold = async () => notices.of(secret).some(({ isLifecycle }) => !isLifecycle)
      await inquiry.wait('five minutes', 5 * minuteMs)
      if (await inquiry.step('told soon', isTold)) return 'at-once'
      await inquiry.wait('an hour', hourMs)
      // That nothing came means something only while the address answers.
      await renew(inquiry, hourMs)
      if (await isTold()) return '30-minutes-late'
      throw new NotFoundOut('nothing was told within an hour')
    },
    cleanUp: endSubscription,
  },
  {
    id: 'V-35',
    variant: 'reauthorizationNotice',
    needs: [...needs, '25 hours'],
    changes,
    async ask(inquiry) {
      const { notices, secret } = await subscribe(inquiry, 25 * hourMs)
      await inquiry.wait('the end comes near', 24.5 * hourMs)
      await renew(inquiry, hourMs)
      const isTold = notices.of(secret).some(({ isLifecycle }) => isLifecycle)
      return isTold ? 'a-day-before' : 'never'
    },
    cleanUp: endSubscription,
  },
]

interface Subscribed {
  readonly subscriptionId: string
  readonly secret: string
  readonly listenerId: string
}

async function subscribe(
  inquiry: Inquiry,
  lifeMs: number,
): Promise<Subscribed & { notices: Notices }> {
  const { notices, now } = inquiry
  if (!notices) throw new NotFoundOut(`needs ${needs[0]}`)
  const group = await makeGroup(inquiry, randomUUID())
  const door = inquiry.graph(groupOrganizationOf(inquiry), 'operator')
  const made = await inquiry.step('subscription', async () => {
    const secret = randomUUID()
    const { body } = await door.require('POST', '/subscriptions', 201, {
      body: {
        changeType: 'updated',
        resource: `groups/${group}`,
        notificationUrl: notices.address,
        lifecycleNotificationUrl: notices.address,
        clientState: secret,
        expirationDateTime: new Date(now().getTime() + lifeMs).toISOString(),
      },
    })
    return { subscriptionId: shaped(Made, body).id, secret, listenerId: notices.listenerId }
  })
  if (made.listenerId !== notices.listenerId) {
    throw new NotFoundOut('the probe was away while it had to listen: let it stay (--patience)')
  }
  return { ...made, notices }
}

async function changeGroup(inquiry: Inquiry): Promise<void> {
  const door = inquiry.graph(groupOrganizationOf(inquiry), 'operator')
  const body = { description: `Changed by the probe of Foyer, which deletes it again` }
  await door.require('PATCH', `/groups/${String(inquiry.recorded('group'))}`, 204, { body })
}

/** Whoever renews a subscription has its address asked anew. */
async function renew(inquiry: Inquiry, lifeMs: number): Promise<void> {
  const { subscriptionId } = inquiry.recorded('subscription') as Subscribed
  const door = inquiry.graph(groupOrganizationOf(inquiry), 'operator')
  const expirationDateTime = new Date(inquiry.now().getTime() + lifeMs).toISOString()
  await door.require('PATCH', `/subscriptions/${subscriptionId}`, 200, {
    body: { expirationDateTime },
  })
}

async function endSubscription(inquiry: Inquiry): Promise<void> {
  const made = inquiry.recorded('subscription') as Subscribed | undefined
  if (made) {
    const door = inquiry.graph(groupOrganizationOf(inquiry), 'operator')
    const { status } = await door.ask('DELETE', `/subscriptions/${made.subscriptionId}`)
    // One that is over is gone by itself.
    if (status !== 204 && status !== 404) {
      throw new NotFoundOut(`the subscription ${made.subscriptionId} could not be ended`)
    }
  }
  await deleteGroup(inquiry)
}
