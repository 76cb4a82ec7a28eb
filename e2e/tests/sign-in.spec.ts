import { expect, test } from '../world/test.ts'
import { chooseAccount, signIn } from '../world/visitor.ts'

test('Grace types the domain of Contoso and is led to its sign-in', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Organization').fill('contoso.com')
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page.getByRole('heading', { name: 'Sign in at Contoso' })).toBeFocused()
  await page.getByRole('button', { name: 'Sign in at Contoso' }).click()
  await chooseAccount(page, 'grace@adatum.com')
  await expect(page).toHaveURL('/o/contoso')
  await expect(page.getByRole('heading', { level: 1, name: 'Contoso' })).toBeVisible()
})

test('an organization that nobody knows is said to be so, and what was typed stays', async ({
  page,
  errors,
}) => {
  errors.expectError(/404 .*\/v1\/organizations\/lookup/)
  await page.goto('/')
  await page.getByLabel('Organization').fill('tailspin.com')
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page.getByRole('alert')).toContainText('No organization here answers to this name.')
  await expect(page.getByLabel('Organization')).toHaveValue('tailspin.com')
})

test('the page of Contoso says who Grace is there and who vouches for her', async ({ page }) => {
  await signIn(page, 'contoso', 'grace@adatum.com')

  const main = page.getByRole('main')
  await expect(main).toContainText('Sam Okafor')
  await expect(main.getByRole('link', { name: /Write to Sam Okafor/ })).toHaveAttribute(
    'href',
    /^mailto:sam(@|%40)contoso\.com$/,
  )
  await expect(main).toContainText('Work or school account')
})

test('Northwind hides the names of groups, so Priya gets a number', async ({ page }) => {
  await signIn(page, 'northwind', 'priya@tailspin.com')

  await expect(
    page.getByRole('heading', { name: /^You are in (one group|\d+ groups) here$/ }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /^Leave group/ })).toHaveCount(0)
})

test('Mei, no guest of Contoso, is stopped by Microsoft and finds help on coming back', async ({
  page,
  errors,
}) => {
  errors.expectError(/400 .*\/login/)
  await page.goto('/o/contoso')
  await page.getByRole('button', { name: 'Sign in at Contoso' }).click()
  await chooseAccount(page, 'mei@gmail.example')
  await expect(page.getByText(/^AADSTS50020: User account/)).toBeVisible()

  await page.goto('/o/contoso')
  await expect(page.getByText('Did Microsoft stop you at Contoso?')).toBeVisible()
  await page.getByRole('link', { name: 'What its messages mean' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByText(/AADSTS50020/)).toBeVisible()
})

test('Grace signs out in this browser, and the next page asks again', async ({ page }) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  await page.getByRole('button', { name: 'Account: Grace Adeyemi grace@adatum.com' }).click()
  await page.getByRole('menuitem', { name: 'Sign out in this browser' }).click()
  await expect(
    page.getByRole('heading', { name: 'You are signed out in this browser' }),
  ).toBeVisible()

  await page.goto('/o/contoso')
  await expect(page.getByRole('button', { name: 'Sign in at Contoso' })).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).not.toContain(
    'eyJ',
  )
})

test('no token and no name is kept outside of the tab', async ({ page, context }) => {
  await signIn(page, 'contoso', 'grace@adatum.com')

  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  expect(kept).toContain('contoso')
  expect(kept).not.toMatch(/eyJ|grace|adeyemi/i)
  const cookies = await context.cookies(page.url())
  expect(cookies).toEqual([])
})

test('an address that leads nowhere leads home', async ({ page, errors }) => {
  errors.expectError(/404/)
  await page.goto('/no/such/page')
  await expect(
    page.getByRole('heading', { name: 'There is no page at this address' }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Back to my organizations' }).click()
  await expect(page).toHaveURL('/')
})
