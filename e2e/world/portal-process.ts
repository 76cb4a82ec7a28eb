// The portal in a process that stays, so that what one start has compiled the next need not.
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Portal, startPortal } from '@foyer/api/start-portal'

/** What this process is asked to do. */
export type Order =
  | { readonly what: 'start'; readonly settings: Readonly<Record<string, string>> }
  | { readonly what: 'settle'; readonly at: string }
  | { readonly what: 'end' }

let portal: Portal | undefined
process.once('disconnect', () => process.exit())
for (;;) {
  const [order] = (await once(process, 'message')) as [Order]
  if (order.what === 'start') portal = await startPortal({ ...process.env, ...order.settings })
  if (order.what === 'settle' && portal) {
    // What somebody sets the clock to comes by another way.
    while (portal.clock.now() < new Date(order.at)) await sleep(5)
    await portal.settle()
  }
  if (order.what === 'end') {
    await portal?.[Symbol.asyncDispose]()
    portal = undefined
  }
  process.send?.('done')
}
