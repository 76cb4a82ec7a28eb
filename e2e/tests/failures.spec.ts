import type { Page } from '@playwright/test'
import { giveRule, groupNamesInGraph } from '../world/directory.ts'
import { expect, test } from '../world/test.ts'
import { signIn, signInAgain } from '../world/visitor.ts'

const removal = { method: 'DELETE', path: '/v1.0/groups/*' }
const outage = { status: 503, headers: { 'retry-after': '0.2' } }

test('the directory is slow, and Grace waits in the question until it is done', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  await simulator.fail({ ...removal, delayMs: 1_500 })
  await page.getByRole('button', { name: 'Leave group Tender 2026' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Leave Tender 2026' }).click()
  await expect(dialog.getByLabel('Leaving …')).toBeVisible()
  await expect(page.getByRole('status')).toContainText('You left the group Tender 2026')
})

test('the directory is down for long: the group is being left, over a reload, until it is left', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  await simulator.fail({ ...removal, ...outage })
  await page.getByRole('button', { name: 'Leave group Tender 2026' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave Tender 2026' }).click()

  const status = page.getByRole('status')
  const slow = 'Leaving Tender 2026 takes longer than usual'
  await expect(status).toContainText(slow, { timeout: 15_000 })
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.reload()
  await expect(rowOf(page, 'Tender 2026')).toContainText('Being left … The directory of Contoso')
  await expect(page.getByRole('button', { name: 'Leave group Tender 2026' })).toHaveCount(0)
  await rowOf(page, 'Tender 2026')
    .getByRole('link', { name: /^How leaving Tender 2026/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are leaving Tender 2026')
  await page.getByRole('link', { name: 'Back to Contoso' }).click()
  await expect(rowOf(page, 'Tender 2026')).toContainText('Being left …')

  await simulator.heal()
  await expect(status).toContainText('You left the group Tender 2026', { timeout: 15_000 })
  await expect(rowOf(page, 'Tender 2026')).toHaveCount(0)
})

test('the group is given a rule between the click and the act, and its row says why Grace stays', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  await simulator.fail({ ...removal, ...outage })
  await page.getByRole('button', { name: 'Leave group Tender 2026' }).click()
  const accepted = page.waitForResponse((response) => response.status() === 202)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave Tender 2026' }).click()
  await accepted
  await giveRule(simulator, 'contoso', 'Tender 2026', 'user.companyName -eq "Adatum"')

  const row = rowOf(page, 'Tender 2026')
  await expect(row.getByRole('alert')).toContainText('You are still in Tender 2026.', {
    timeout: 15_000,
  })
  await expect(row.getByRole('alert')).toContainText('Nothing was changed.')
  await expect(row).toContainText('its rule would add you again')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test('the connection breaks after the work was done, and Grace sees that it was done', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  await simulator.fail({ ...removal, drop: 'after', count: 1 })
  await page.getByRole('button', { name: 'Leave group Tender 2026' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave Tender 2026' }).click()

  await expect(page.getByRole('status')).toContainText('You left the group Tender 2026')
  const { groups } = await groupNamesInGraph(simulator, 'contoso', 'grace@adatum.com')
  expect(groups).not.toContain('Tender 2026')
})

test('Grace leaves in one tab what she has left in another', async ({ page, context, errors }) => {
  errors.expectError(/404 .*\/v1\/me\/groups/)
  await signIn(page, 'contoso', 'grace@adatum.com')
  const other = await context.newPage()
  await signInAgain(other, 'contoso')
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: 'Leave group Tender 2026' }).click()
    await tab.getByRole('alertdialog').getByRole('button', { name: 'Leave Tender 2026' }).click()
    await expect(tab.getByRole('status')).toContainText('You left the group Tender 2026')
  }
})

test('a double click leaves once', async ({ page }) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'DELETE') sent.push(request.url())
  })
  await page.getByRole('button', { name: 'Leave group Tender 2026' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave Tender 2026' }).dblclick()

  await expect(page.getByRole('status')).toContainText('You left the group Tender 2026')
  expect(sent).toHaveLength(1)
})

test('two hours later the token is renewed without a word', async ({ page, simulator, errors }) => {
  errors.expectError(/401 .*\/v1\/me/)
  await signIn(page, 'contoso', 'grace@adatum.com')
  await simulator.advance(2 * 60 * 60 * 1000)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Leave group Tender 2026' })).toBeVisible()
})

test('the next morning Grace signs in again and comes back to the same place', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/40[01] /)
  // The documents say a day for single-page apps; the optimist hopes for more.
  await simulator.choose({ refreshTokenLife: '12-hours-saml-24-hours-spa' })
  await signIn(page, 'contoso', 'grace@adatum.com')
  await simulator.advance(25 * 60 * 60 * 1000)
  await page.reload()
  await expect(page.getByRole('main')).toContainText(
    /Your sign-in at Contoso has run out|Sign in at Contoso/,
  )
  await page.getByRole('button', { name: /^Sign in/ }).click()
  await expect(page).toHaveURL('/o/contoso')
  await expect(page.getByRole('button', { name: 'Leave group Tender 2026' })).toBeVisible()
})

test('the directory is down: the page says so, and works again on the next try', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/50[0-9] .*\/v1\/me/)
  await signIn(page, 'contoso', 'grace@adatum.com')
  await simulator.fail({ path: '/v1.0/*', status: 503 })
  await page.reload()
  const alert = page.getByRole('alert').first()
  await expect(alert).toContainText('The directory of Contoso', { timeout: 15_000 })
  await simulator.heal()
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('button', { name: 'Leave group Tender 2026' })).toBeVisible()
})

function rowOf(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name }) })
}
