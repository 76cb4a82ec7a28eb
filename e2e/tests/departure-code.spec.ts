import type { Page } from '@playwright/test'
import { codeTo, letTokensTell } from '../world/departure.ts'
import { groupNamesInGraph } from '../world/directory.ts'
import type { SimulatorControl } from '../world/simulator.ts'
import { expectAccessible } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

const grace = 'grace@adatum.com'
const hourMs = 60 * 60_000

test.beforeEach(async ({ simulator, errors }) => {
  errors.expectError(/403 .*\/v1\/me\/departure/)
  await simulator.choose({ resourceManager: 'silent' })
  await letTokensTell(simulator, 'absent')
})

// Whoever leaves Contoso in a later test would be found to wait already: the store outlives a test.
test.afterEach(async ({ page }) => {
  if (!page.url().includes('/receipts/')) return
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^You (are leaving|have left) Contoso$/)
  if ((await heading.textContent()) === 'You have left Contoso') return
  await page.getByRole('button', { name: 'Stay at Contoso' }).click()
  await expect(heading).toHaveText('You are still a guest of Contoso')
})

test('no token tells when Grace signed in: she confirms by a code, and has left a day later', async ({
  page,
  simulator,
}) => {
  await leaveByCode(page, simulator)
  await expect(page.getByRole('main')).toContainText('You are still a guest of Contoso')
  await expectAccessible(page)
  await simulator.advance(25 * hourMs)
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left Contoso', {
      timeout: 1_000,
    })
  }).toPass()
  await expect(page.getByRole('main')).toContainText('By a code that was sent to the address')
  expect((await groupNamesInGraph(simulator, 'contoso', grace)).user).toBeUndefined()
})

test('she thinks better of it in time, and nothing has changed', async ({ page, simulator }) => {
  await leaveByCode(page, simulator)
  await page.getByRole('button', { name: 'Stay at Contoso' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'You are still a guest of Contoso',
  )
  await expect(page.getByRole('main')).toContainText('It was taken back in time')
  await page.getByRole('link', { name: 'Back to Contoso' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contoso' })).toBeVisible()
  expect((await groupNamesInGraph(simulator, 'contoso', grace)).user).toBe('Grace Adeyemi')
})

test('a wrong code stays in its field, and another can be asked for', async ({
  page,
  simulator,
}) => {
  const first = await askForCode(page, simulator)
  await page.getByRole('textbox', { name: 'Code' }).fill(first === '000000' ? '111111' : '000000')
  await page.getByRole('button', { name: 'Leave Contoso', exact: true }).click()
  await expect(page.getByText('This is not the code that was sent last.')).toBeVisible()
  await page.getByRole('button', { name: 'Send another code' }).click()
  await expect.poll(async () => codeTo(simulator, grace)).not.toBe(first)
  await page.getByRole('textbox', { name: 'Code' }).fill(await codeTo(simulator, grace))
  await page.getByRole('button', { name: 'Leave Contoso', exact: true }).click()
  await page.waitForURL(/\/receipts\//)
})

test('the home of an account does not ask again: Grace is not sent round in circles, but offered a code', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/401 .*\/v1\/me\/departure/)
  await letTokensTell(simulator, 'stale')
  await simulator.choose({ promptLogin: 'returns-at-once' })
  await signIn(page, 'contoso', grace)
  await simulator.advance(60_000)
  await page.goto('/o/contoso/leave/confirm')
  await page.getByLabel('To confirm, type the name Contoso').fill('Contoso')
  await page.getByRole('button', { name: 'Leave Contoso', exact: true }).click()
  // Microsoft comes back at once, and has asked nobody.
  await expect(page.getByRole('alertdialog')).toContainText('You have signed in once more.')
  await page.getByRole('button', { name: 'Leave Contoso', exact: true }).click()
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByRole('textbox', { name: 'Code' }).fill(await codeTo(simulator, grace))
  await page.getByRole('button', { name: 'Leave Contoso', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are leaving Contoso')
})

async function leaveByCode(page: Page, simulator: SimulatorControl): Promise<void> {
  const code = await askForCode(page, simulator)
  await page.getByRole('textbox', { name: 'Code' }).fill(code)
  await page.getByRole('button', { name: 'Leave Contoso', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are leaving Contoso')
}

async function askForCode(page: Page, simulator: SimulatorControl): Promise<string> {
  await signIn(page, 'contoso', grace)
  await page.goto('/o/contoso/leave')
  await page.getByRole('button', { name: 'Leave Contoso …' }).click()
  await page.getByLabel('To confirm, type the name Contoso').fill('Contoso')
  await page.getByRole('button', { name: 'Leave Contoso', exact: true }).click()
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByText(`A code is on its way to ${grace}`)).toBeVisible()
  return codeTo(simulator, grace)
}
