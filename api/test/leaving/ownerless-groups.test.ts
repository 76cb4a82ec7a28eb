import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetWork, leaveAfterSigningIn, receiptOf } from '../support/leaving.ts'
import { openWorld, type Slug, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'contoso')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function graceLeaves(slug: Slug, name: string) {
  const accepted = await leaveAfterSigningIn(world, 'grace@adatum.com', slug, name)
  expect(await receiptOf(world, accepted)).toMatchObject({ state: 'done' })
}
async function toldTo(mail: string): Promise<string[]> {
  const reply = await fetch(`${world.simulator.url}/simulator/mails`)
  const mails = (await reply.json()) as { to: string; text: string }[]
  return mails.filter(({ to }) => to === mail).map(({ text }) => text)
}

test('Sam is told, with Grace’s leaving, which group has no owner any more', async () => {
  await graceLeaves('contoso', 'Contoso')
  const [mail = '', ...more] = await toldTo('sam@contoso.com')
  expect(more).toEqual([])
  expect(mail).toContain('the group Supplier Forum lost its last owner')
  expect(mail).not.toContain('You need do nothing')
  // Of groups that others own nothing is said.
  expect(mail).not.toContain('Tender 2026')
  // Grace knew before she left; what she is told is her own.
  expect((await toldTo('grace@adatum.com')).join()).not.toContain('Supplier Forum')
})

test('Ines, whose guest owned nothing, need do nothing', async () => {
  await graceLeaves('fabrikam', 'Fabrikam')
  const [mail] = await toldTo('ines@fabrikam.com')
  expect(mail).toContain('You need do nothing.')
  expect(mail).not.toContain('last owner')
})

test('leaving does not wait for who cannot be asked, and then nothing is said of owners', async () => {
  world.fail({ path: '/v1.0/groups/*/owners', organization: 'contoso', status: 403 })
  await graceLeaves('contoso', 'Contoso')
  const [mail] = await toldTo('sam@contoso.com')
  expect(mail).not.toContain('last owner')
})
