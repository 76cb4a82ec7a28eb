import {
  answerEnding,
  type AskedEnding,
  endAccess,
  listAskedEndings,
} from '@foyer/contracts/ending'
import { type Guest, listGuests } from '@foyer/contracts/guest'
import type { Page } from '@playwright/test'
import { call } from '../world/call.ts'
import { letSignInsBeFresh } from '../world/departure.ts'
import { heading, openGuests, putPolicyInForce, reloadUntil, rowOf, sam } from '../world/guests.ts'
import { press, reach } from '../world/keys.ts'
import { expectReadable } from '../world/readable.ts'
import type { SimulatorControl } from '../world/simulator.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, signIn } from '../world/visitor.ts'

// Beyond ten ends of access a day an operator has to agree.

const reason = 'The project is over.'

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors, simulator, baseURL }) => {
  errors.expectError(/403 .*\/v1\/(me\/groups|organization\/endings)|401 .*\/ending/)
  await letSignInsBeFresh(simulator)
  await putPolicyInForce(simulator, baseURL)
})

test('the eleventh guest whose access Sam ends on one day keeps it until Ada agrees', async ({
  page,
  baseURL,
  simulator,
}) => {
  await endTen(simulator, baseURL)
  await openGuests(page)
  await rowOf(page, 'Lena Vogel').getByRole('link').click()
  await end(page)
  const asked = page.getByRole('region', {
    name: 'An operator has to agree that the access of Lena Vogel ends',
  })
  await expect(asked).toContainText('Nothing happens to the guest until an operator agrees')
  await expectReadable(page)

  const ada = await simulator.tokenOf('contoso', 'ada@contoso.com', ['Operator'])
  const { endings } = await call(baseURL, ada, listAskedEndings, {})
  const [{ endingId }] = endings as [AskedEnding]
  const body = { isAllowed: true, note: 'Agreed on the telephone.' }
  await call(baseURL, ada, answerEnding, { params: { endingId }, body })
  await reloadUntil(page, page.getByRole('region', { name: /^The access of Lena Vogel ends at/ }))
})

test('Ada agrees to the eleventh with the keyboard alone, and Sam reads it in a mail', async ({
  page,
  baseURL,
  simulator,
}) => {
  await endTen(simulator, baseURL)
  const eleventh = (await guests(simulator, baseURL)).find(({ name }) => name === 'Lena Vogel')
  expect(eleventh && (await endOne(simulator, baseURL, eleventh.guestId))).toBe('asked')

  await signIn(page, 'contoso', 'ada@contoso.com')
  const needs = page.getByRole('region', { name: 'Needs you' })
  await expect(needs).toContainText('One access does not end before an operator agrees.')
  await needs.getByRole('link', { name: 'Ends of access that wait for you' }).click()
  await expect(heading(page)).toHaveText('Ends of access that wait for you')
  const card = page.getByRole('listitem').filter({ hasText: 'Lena Vogel' })
  await expect(card).toContainText('Sam Okafor has ended ten accesses within a day already.')
  await expect(card).toContainText(reason)
  await expectReadable(page)
  await press(page, card.getByRole('button', { name: 'Agree: Lena Vogel', exact: true }))
  const question = page.getByRole('alertdialog', { name: 'Let the access of Lena Vogel end?' })
  await press(page, question.getByRole('button', { name: 'End the access' }))
  await expect(question).toContainText('Say why, in a few words.')
  await expectReadable(page)
  await reach(page, question.getByLabel('Why'))
  await page.keyboard.type('Agreed on the telephone.')
  await press(page, question.getByRole('button', { name: 'End the access' }))
  await expect(page.getByRole('status')).toContainText('Lena Vogel ends in ten minutes')
  await expect(heading(page)).toBeFocused()
  await expect(page.getByText('Nobody waits for your word')).toBeVisible()

  const mails = async () =>
    (await simulator.mails()).filter(({ to }) => to === sam).map(({ text }) => text)
  await expect.poll(mails).toContainEqual(expect.stringContaining('Agreed on the telephone.'))
})

test('the page is for operators', async ({ page }) => {
  await signIn(page, 'contoso', sam)
  await page.goto('/o/contoso/asked-endings')
  await expect(page.getByRole('alert')).toContainText('operators of Contoso')
})

async function end(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'End access …' }).click()
  const question = page.getByRole('dialog')
  await question.getByLabel('Your reason, the guest sees it').fill(reason)
  await question.getByRole('button', { name: 'End access' }).click()
  await chooseAccount(page, sam)
  await expect(question.getByLabel('Your reason, the guest sees it')).toHaveValue(reason)
  await question.getByRole('button', { name: 'End access' }).click()
  await expect(question).toHaveCount(0)
}

/** As Sam's page does it for ten others than Lena. */
async function endTen(simulator: SimulatorControl, baseURL: string | undefined): Promise<void> {
  const others = (await guests(simulator, baseURL)).filter(({ name }) => name !== 'Lena Vogel')
  for (const { guestId } of others.slice(0, 10)) {
    expect(await endOne(simulator, baseURL, guestId)).toBe('waiting')
  }
}

async function guests(simulator: SimulatorControl, baseURL: string | undefined) {
  const token = await simulator.tokenOf('contoso', sam)
  return (await call(baseURL, token, listGuests, {}))['guests'] as readonly Guest[]
}

/** Asked, signed in anew, and sent again. */
async function endOne(
  simulator: SimulatorControl,
  baseURL: string | undefined,
  guestId: Guest['guestId'],
): Promise<unknown> {
  const input = { params: { guestId }, body: { reason } }
  const token = await simulator.tokenOf('contoso', sam)
  const challenge = String((await call(baseURL, token, endAccess, input))['challenge'])
  const anew = await simulator.tokenOf('contoso', sam)
  const body = { reason, challenge }
  return (await call(baseURL, anew, endAccess, { ...input, body }))['state']
}
