import type { Page } from '@playwright/test'
import { askToLeave } from '../world/departure.ts'
import { groupNamesInGraph } from '../world/directory.ts'
import { cardOf, goHome } from '../world/home.ts'
import { addressInMail } from '../world/receipt.ts'
import type { SimulatorControl } from '../world/simulator.ts'
import { expect, test } from '../world/test.ts'

const grace = 'grace@adatum.com'
const fabrikam = { slug: 'fabrikam', organization: 'Fabrikam', mail: grace }
const restoration = { method: 'POST', path: '/v1.0/directory/deletedItems/*' }
const hourMs = 60 * 60_000

test.beforeEach(async ({ errors, simulator }) => {
  // What asks Grace to sign in once more.
  errors.expectError(/401 .*\/v1\/me\/departure/)
  // Sponsors come back with whoever is restored, in this world.
  await simulator.choose({ restoreBrings: 'everything' })
})

test('Grace comes back from the mail that she got, in a browser that knows nothing of it', async ({
  page,
  browser,
  simulator,
  baseURL,
}) => {
  const groups = (await groupNamesInGraph(simulator, 'fabrikam', grace)).groups
  await leave(page, simulator)
  const address = await addressInMail(simulator, grace, 'You have left Fabrikam')

  const elsewhere = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: 'en-GB' })
  const other = await elsewhere.newPage()
  await other.goto(address)
  await expect(card(other)).toContainText('you can take it back yourself')
  await card(other).getByRole('button', { name: 'Come back to Fabrikam' }).click()
  await expect(card(other)).toContainText('You are a guest of Fabrikam again.')
  await expect(other.getByRole('status')).toContainText('You are a guest of Fabrikam again.')
  await expect(card(other).getByRole('button', { name: 'Come back to Fabrikam' })).toHaveCount(0)
  await elsewhere.close()

  const now = await groupNamesInGraph(simulator, 'fabrikam', grace)
  expect(now.user).toBe('Grace Adeyemi')
  expect(now.groups.toSorted()).toEqual(groups.toSorted())
  await addressInMail(simulator, grace, 'You are a guest at Fabrikam again')
})

test('she signs in there as before, and her record tells both', async ({ page, simulator }) => {
  // Nothing but what she names herself.
  await simulator.choose({ resourceManager: 'silent' })
  await leave(page, simulator)
  await card(page).getByRole('button', { name: 'Come back to Fabrikam' }).click()
  await card(page).getByRole('button', { name: 'Sign in at Fabrikam' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Fabrikam' })).toBeVisible()

  await goHome(page)
  await expect(cardOf(page, 'Fabrikam')).toContainText('Active')
  await page.getByRole('link', { name: 'My record' }).click()
  const entries = page.getByRole('region', { name: 'Fabrikam' }).getByRole('listitem')
  await expect(entries.nth(0)).toContainText('You came back to Fabrikam.')
  await expect(entries.nth(1)).toContainText('You left Fabrikam.')
})

test('the directory is too busy: the page says so, over a reload, until she is back', async ({
  page,
  simulator,
}) => {
  await leave(page, simulator)
  await simulator.fail({ ...restoration, status: 429, headers: { 'retry-after': '0.2' } })
  await card(page).getByRole('button', { name: 'Come back to Fabrikam' }).click()
  await expect(card(page)).toContainText('has not brought you back yet')
  await page.reload()
  await expect(card(page)).toContainText('has not brought you back yet')
  await simulator.heal()
  await expect(card(page)).toContainText('You are a guest of Fabrikam again.')
})

test('what did not come back is said', async ({ page, simulator }) => {
  await simulator.choose({ restoreBrings: 'groups-only' })
  await leave(page, simulator)
  await card(page).getByRole('button', { name: 'Come back to Fabrikam' }).click()
  await expect(card(page)).toContainText('One of those who vouched for you is not named any more.')
})

test('after three days she does not do it herself any more, and asks', async ({
  page,
  simulator,
}) => {
  await leave(page, simulator)
  await simulator.advance(73 * hourMs)
  await page.reload()
  await expect(card(page)).toContainText('an administrator of Fabrikam can bring your account back')
  await expect(card(page).getByRole('button', { name: 'Come back to Fabrikam' })).toHaveCount(0)
})

test('once the directory has erased her, Grace has Foyer erase the rest', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/404 .*\/v1\/receipts/)
  await leave(page, simulator)
  const address = page.url()
  await simulator.advance(31 * 24 * hourMs)
  await page.reload()
  await card(page).getByRole('button', { name: 'Erase what Foyer holds' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await question.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Foyer has erased what it held about you there',
  )
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'There is no receipt at this address.',
  )
})

test('a directory that does not answer hides the receipt from nobody, and is asked again', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/50\d .*\/way-back/)
  await leave(page, simulator)
  await simulator.fail({ path: '/v1.0/directory/deletedItems/*', status: 503 })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left Fabrikam')
  await expect(card(page)).toContainText('Whether you can come back was not seen now.')
  await simulator.heal()
  await card(page).getByRole('button', { name: 'Try again' }).click()
  await expect(card(page).getByRole('button', { name: 'Come back to Fabrikam' })).toBeVisible()
})

async function leave(page: Page, simulator: SimulatorControl): Promise<void> {
  await askToLeave(page, simulator, fabrikam)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left Fabrikam')
}

/** What a receipt says of the way back. */
function card(page: Page) {
  return page.getByRole('region', { name: 'Changed your mind?' })
}
