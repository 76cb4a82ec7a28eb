import { cardOf, goHome, nameOrganization } from '../world/home.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

const leavePage = /^https:\/\/myaccount\.microsoft\.com\/\?tenantId=[0-9a-f-]{36}$/

test('Grace comes by a link and adds her others: by name and by domain', async ({
  page,
  simulator,
}) => {
  // Nothing but what she names herself.
  await simulator.choose({ resourceManager: 'silent' })
  await signIn(page, 'contoso', 'grace@adatum.com')

  await goHome(page)
  await expect(cardOf(page, 'Contoso').getByRole('link', { name: 'Open Contoso' })).toBeVisible()
  await nameOrganization(page, 'Fabrikam')
  await expect(page).toHaveURL('/o/fabrikam')
  await expect(page.getByRole('heading', { level: 1, name: 'Fabrikam' })).toBeVisible()

  await goHome(page)
  await expect(cardOf(page, 'Fabrikam')).toContainText('Ines Duarte vouches for you')
  await nameOrganization(page, 'woodgrovebank.com')
  await expect(page.getByRole('heading', { level: 1, name: 'Woodgrove Bank' })).toBeVisible()

  await page.goto('/')
  for (const name of ['Contoso', 'Fabrikam', 'Woodgrove Bank']) {
    await expect(cardOf(page, name)).toContainText('Active')
    await expect(cardOf(page, name)).toContainText('You have been a guest here since')
  }
  await expect(page.getByRole('article')).toHaveCount(3)
  await expect(page.getByRole('main')).toContainText('This browser knows 3 organizations of yours.')
})

test('an organization that is not listed cannot be found by its name, and its card does not come', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/404 .*\/v1\/organizations\/lookup/)
  await simulator.choose({ resourceManager: 'silent' })
  await signIn(page, 'contoso', 'grace@adatum.com')
  await goHome(page)
  await nameOrganization(page, 'Woodgrove Bank')

  await expect(page.getByRole('alert')).toContainText('No organization here answers to this name.')
  await expect(cardOf(page, 'Contoso')).toBeVisible()
  await expect(cardOf(page, 'Woodgrove Bank')).toHaveCount(0)
})

test('Resource Manager answers, so one sign-in shows Grace all her organizations', async ({
  page,
  simulator,
  errors,
}) => {
  // Tailspin is asked for, and nobody here answers to it.
  errors.expectError(/404 .*\/v1\/organizations\/lookup/)
  await simulator.choose({ resourceManager: 'answers' })
  await signIn(page, 'contoso', 'grace@adatum.com')
  await goHome(page)

  for (const name of ['Contoso', 'Fabrikam', 'Woodgrove Bank']) {
    await expect(cardOf(page, name).getByRole('link', { name: `Open ${name}` })).toBeVisible()
  }
  const tailspin = cardOf(page, 'Tailspin')
  await expect(tailspin).toContainText('Not connected to Foyer')
  await expect(tailspin.getByRole('link', { name: /Microsoft’s page/ })).toHaveAttribute(
    'href',
    leavePage,
  )
  // Adatum is her home, and Northwind waits for her answer: neither is listed.
  await expect(page.getByRole('article')).toHaveCount(4)

  await cardOf(page, 'Fabrikam').getByRole('link', { name: 'Open Fabrikam' }).click()
  await expect(page.getByRole('button', { name: 'Leave group Winter Works' })).toBeVisible()
})

test('Resource Manager is silent, and Grace sees what she knows without a word about the rest', async ({
  page,
  simulator,
}) => {
  await simulator.choose({ resourceManager: 'silent' })
  await signIn(page, 'contoso', 'grace@adatum.com')
  const asked = page.waitForResponse((answer) => answer.url().includes('/tenants?'))
  await goHome(page)
  expect(await (await asked).json()).toEqual({ value: [] })

  await expect(cardOf(page, 'Contoso').getByRole('link', { name: 'Open Contoso' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('Grace has used up her look-ups, and no organization is said to do without Foyer', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/429 .*\/v1\/organizations\/lookup/)
  await simulator.choose({ resourceManager: 'answers' })
  await signIn(page, 'contoso', 'grace@adatum.com')
  // Of 30 in a minute her link took the first; two are left for what she is asked for at home.
  const lookUp = async () => page.request.get('/v1/organizations/lookup?name=contoso')
  await Promise.all(Array.from({ length: 27 }, lookUp))
  await goHome(page)

  await expect(cardOf(page, 'Fabrikam').getByRole('link', { name: 'Open Fabrikam' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.getByText('Not connected to Foyer')).toHaveCount(0)
})

for (const pendingGuest of ['50014', 'interaction_required']) {
  test(`Northwind has invited Grace, her link shows it, and she accepts (${pendingGuest})`, async ({
    page,
    simulator,
    errors,
  }) => {
    errors.expectError(/400 .*\/token/)
    await simulator.choose({ pendingGuest, resourceManager: 'silent' })
    await signIn(page, 'contoso', 'grace@adatum.com')
    await page.goto('/o/northwind')
    await expect(page.getByRole('heading', { name: 'Sign in at Northwind' })).toBeVisible()

    await goHome(page)
    await expect(page.getByRole('heading', { name: 'Needs you' })).toBeVisible()
    const card = cardOf(page, 'Northwind')
    await expect(card).toContainText('Northwind has invited you')
    await card.getByRole('button', { name: 'Sign in at Northwind' }).click()
    await expect(page.getByRole('heading', { name: 'Review permissions' })).toBeVisible()
    await page.getByRole('button', { name: 'Accept' }).click()

    await expect(page).toHaveURL('/')
    await expect(cardOf(page, 'Northwind')).toContainText('Active')
    await expect(page.getByRole('heading', { name: 'Needs you' })).toHaveCount(0)
  })
}

test('Grace turns the invitation down, and is still asked and still herself elsewhere', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/400 .*\/token/)
  await simulator.choose({ pendingGuest: '50014', resourceManager: 'silent' })
  await signIn(page, 'contoso', 'grace@adatum.com')
  await page.goto('/o/northwind')
  await page.getByRole('button', { name: 'Sign in at Northwind' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()

  await expect(page).toHaveURL('/o/northwind')
  await expect(page.getByText('Did Microsoft stop you at Northwind?')).toBeVisible()
  await expect(page.getByText('AADSTS65004')).toBeVisible()
  await goHome(page)
  await expect(cardOf(page, 'Northwind')).toContainText('Invited')
  await expect(cardOf(page, 'Contoso')).toContainText('Active')
})
