import type { Page } from '@playwright/test'
import { cardOf, goHome, nameOrganization } from '../world/home.ts'
import { getRegistrations } from '../world/simulator.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, openAccounts, signIn } from '../world/visitor.ts'

const aDay = 25 * 60 * 60 * 1000
const grace = 'grace@adatum.com'

test.describe('the next morning', () => {
  // The documents say a day for single-page apps; the optimist hopes for more.
  test.beforeEach(async ({ simulator, errors }) => {
    errors.expectError(/40[01] /)
    await simulator.choose({
      refreshTokenLife: '12-hours-saml-24-hours-spa',
      resourceManager: 'silent',
    })
  })

  test('all of Grace’s cards ask for a sign-in, and one click brings them back', async ({
    page,
    simulator,
  }) => {
    await signIn(page, 'contoso', grace)
    for (const name of ['Fabrikam', 'Woodgrove Bank']) {
      await goHome(page)
      await nameOrganization(page, `${name.replace(' ', '')}.com`)
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await expect(page.getByRole('region', { name: 'Who you are here' })).toContainText(grace)
    }
    await simulator.advance(aDay)
    await page.goto('/')

    const names = ['Contoso', 'Fabrikam', 'Woodgrove Bank']
    for (const name of names) await expect(cardOf(page, name)).toContainText('Sign-in needed')
    await expect(page.getByRole('alert')).toHaveCount(0)

    // Her account has an Entra home, so what one organization gives serves the others.
    await bringBack(page, 'Fabrikam')
    for (const name of names) await expect(cardOf(page, name)).toContainText('Active')
  })

  test('each of two accounts is brought back by one click of its own', async ({
    page,
    simulator,
  }) => {
    await signIn(page, 'fabrikam', 'mei@gmail.example')
    await goHome(page)
    await nameOrganization(page, 'contoso.com')
    await page.getByRole('button', { name: 'Choose the account yourself' }).click()
    await chooseAccount(page, 'omar@outlook.example')
    await expect(page.getByRole('heading', { level: 1, name: 'Contoso' })).toBeVisible()
    await simulator.advance(aDay)
    await page.goto('/')

    const fabrikam = cardOf(page, 'Fabrikam', 'mei@gmail.example')
    const contoso = cardOf(page, 'Contoso', 'omar@outlook.example')
    await expect(fabrikam).toContainText('Sign-in needed')
    await expect(contoso).toContainText('Sign-in needed')
    await bringBack(page, 'Contoso')
    await expect(fabrikam).toContainText('Sign-in needed')
    await bringBack(page, 'Fabrikam')
    await expect(contoso).toContainText('Active')
  })
})

test.describe('Grace comes back from Microsoft without an answer', () => {
  test.beforeEach(async ({ page, simulator, errors }) => {
    errors.expectError(/400 /)
    await simulator.choose({ resourceManager: 'silent' })
    await signIn(page, 'contoso', grace)
    // An account that Contoso does not know.
    await openAccounts(page)
    await page.getByRole('button', { name: 'Sign in at Contoso with another account' }).click()
    await chooseAccount(page, 'mei@gmail.example')
    await expect(page.getByText(/^AADSTS50020: /)).toBeVisible()
    await page.goto('/')
    await expect(page.getByText('Did Microsoft stop you at Contoso?')).toBeVisible()
    await expect(cardOf(page, 'Contoso')).toContainText('Active')
  })

  test('and reads what the message meant', async ({ page }) => {
    await page.getByRole('link', { name: 'What its messages mean' }).click()
    await expect(page.getByText(/AADSTS50020/)).toBeVisible()
  })

  test('and tries another account, after which nothing is asked any more', async ({ page }) => {
    await page.getByRole('button', { name: 'Try another account' }).click()
    await chooseAccount(page, 'omar@outlook.example')
    await expect(page).toHaveURL('/')
    await expect(cardOf(page, 'Contoso', 'omar@outlook.example')).toContainText('Active')
    await expect(page.getByText(/^Did Microsoft stop you/)).toHaveCount(0)
  })

  test('and finds the way out that Microsoft has itself', async ({ page, simulator }) => {
    const { organizations } = await getRegistrations(simulator.url)
    const tenantId = organizations.find(({ slug }) => slug === 'contoso')?.tenantId
    await expect(page.getByRole('link', { name: /^Microsoft’s own page/ })).toHaveAttribute(
      'href',
      `https://myaccount.microsoft.com/?tenantId=${tenantId}`,
    )
  })

  test('and says that she came back by herself', async ({ page }) => {
    await page.getByRole('button', { name: 'No, I came back myself' }).click()
    await expect(page.getByText(/^Did Microsoft stop you/)).toHaveCount(0)
    await page.reload()
    await expect(cardOf(page, 'Contoso')).toContainText('Active')
    await expect(page.getByText(/^Did Microsoft stop you/)).toHaveCount(0)
  })
})

/** One click on the card; Microsoft still knows the account and asks nothing. */
async function bringBack(page: Page, organization: string): Promise<void> {
  await cardOf(page, organization)
    .getByRole('button', { name: `Sign in at ${organization}` })
    .click()
  await expect(page).toHaveURL('/')
  await expect(cardOf(page, organization)).toContainText('Active')
}
