import type { Page } from '@playwright/test'
import { cardOf, goHome, nameOrganization } from '../world/home.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, openAccounts, signIn } from '../world/visitor.ts'

const grace = 'grace@adatum.com'
const omar = 'omar@outlook.example'
const mei = 'mei@gmail.example'

// Grace is known elsewhere too; which accounts there are is what these tests are about.
test.beforeEach(async ({ simulator }) => simulator.choose({ resourceManager: 'silent' }))

test('Grace adds Omar’s account at Contoso, and each card names its own', async ({ page }) => {
  await signInBoth(page)

  await expect(cardOf(page, 'Contoso')).toHaveCount(2)
  await expect(cardOf(page, 'Contoso', grace)).toContainText('7 groups')
  await expect(cardOf(page, 'Contoso', omar)).toContainText(`Seen with ${omar}`)

  await cardOf(page, 'Contoso', omar).getByRole('link', { name: 'Open Contoso' }).click()
  await expect(page.getByRole('region', { name: 'Who you are here' })).toContainText(omar)
  await expect(page.getByRole('button', { name: 'Leave group Supplier Quality' })).toBeVisible()
  await page.getByRole('link', { name: 'My organizations' }).first().click()
  await cardOf(page, 'Contoso', grace).getByRole('link', { name: 'Open Contoso' }).click()
  await expect(page.getByRole('region', { name: 'Who you are here' })).toContainText(grace)
  await expect(page.getByRole('button', { name: 'Leave group Tender 2026' })).toBeVisible()
})

test('an account is added at an organization that only it knows', async ({ page }) => {
  await signIn(page, 'contoso', grace)
  await openAccounts(page)
  await nameOrganization(page, 'fabrikam.com')
  await page.getByRole('button', { name: 'Sign in at Fabrikam with another account' }).click()
  await chooseAccount(page, mei)

  await expect(page).toHaveURL('/')
  await expect(cardOf(page, 'Fabrikam', mei)).toContainText('Active')
  await expect(cardOf(page, 'Contoso', grace)).toContainText('Active')
})

test('Omar’s account is removed in this browser, and Grace’s stays', async ({ page }) => {
  await signInBoth(page)
  await openAccounts(page)
  const cards = page.getByRole('main').getByRole('article')
  await expect(cards).toHaveCount(2)
  await cards
    .filter({ hasText: omar })
    .getByRole('button', { name: /Sign.*out in this browser/ })
    .click()

  await expect(cards).toHaveCount(1)
  await expect(cards).toContainText(grace)
  await goHome(page)
  await expect(cardOf(page, 'Contoso')).toHaveCount(1)
  await expect(cardOf(page, 'Contoso')).toContainText('7 groups')
  await expect(page.getByRole('button', { name: `Account: Grace Adeyemi ${grace}` })).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).not.toContain(
    omar,
  )
})

test('Omar’s account is signed out at Microsoft too, and it asks for him again', async ({
  page,
}) => {
  await signInBoth(page)
  await openAccounts(page)
  await page
    .getByRole('main')
    .getByRole('article')
    .filter({ hasText: omar })
    .getByRole('button', { name: /Sign.*out at Microsoft too/ })
    .click()

  await expect(page).toHaveURL('/')
  await expect(cardOf(page, 'Contoso')).toHaveCount(1)
  await expect(cardOf(page, 'Contoso')).toContainText('7 groups')
  await openAccounts(page)
  await page.getByRole('button', { name: 'Sign in at Contoso with another account' }).click()
  await expect(page.getByRole('heading', { name: 'Accounts of this world' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Signed in here' })).toHaveCount(0)
})

test('all accounts are signed out in this browser at once', async ({ page }) => {
  await signInBoth(page)
  await page.getByRole('button', { name: /^Account:/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out all in this browser' }).click()
  await expect(
    page.getByRole('heading', { name: 'You are signed out in this browser' }),
  ).toBeVisible()

  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Which organization invited you?' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(0)
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))
  expect(kept).not.toMatch(/eyJ|grace|omar/i)
})

/** Grace at Contoso, and Omar beside her; ends on the home page. */
async function signInBoth(page: Page): Promise<void> {
  await signIn(page, 'contoso', grace)
  await openAccounts(page)
  await page.getByRole('button', { name: 'Sign in at Contoso with another account' }).click()
  await chooseAccount(page, omar)
  await expect(page).toHaveURL('/')
  await expect(cardOf(page, 'Contoso', omar)).toContainText('Active')
}
