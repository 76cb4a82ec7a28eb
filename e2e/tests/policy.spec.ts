import type { Page } from '@playwright/test'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

const ada = 'ada@contoso.com'
const jonas = 'jonas@contoso.com'

test.beforeEach(async ({ errors }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
})

test('Ada writes the policy in sentences, sees whom it would touch, and saves it', async ({
  page,
}) => {
  await signIn(page, 'contoso', ada)
  await page.getByRole('link', { name: 'Lifecycle policy' }).click()
  await expect(heading(page)).toHaveText('Lifecycle policy')
  await expect(heading(page)).toBeFocused()
  const version = await versionOf(page)
  const preview = page.getByRole('region', { name: `What version ${version + 1} would do` })
  await expect(preview).toContainText(/\d+ guests, counted at/)

  // Another number than whoever came before her in this world has saved.
  const days = String(90 + version)
  await field(page, 'Days a new guest may stay').fill(days)
  await expect(page.getByText(/^Was \d+$/)).toBeVisible()
  await field(page, 'How many days before the end people are told').fill('1, 14, 7')
  await expect(preview).toContainText('told of the end')
  await page.getByRole('button', { name: `Save version ${version + 1}` }).click()
  await expect(page.getByText(`Version ${version + 1}, by Ada Lindqvist, since`)).toBeVisible()
  await page.reload()
  await expect(field(page, 'Days a new guest may stay')).toHaveValue(days)
  await expect(field(page, 'How many days before the end people are told')).toHaveValue('14, 7, 1')
})

test('what is no rule is said at its field, and cannot be saved', async ({ page }) => {
  await openPolicy(page, ada)
  const version = await versionOf(page)
  const save = page.getByRole('button', { name: `Save version ${version + 1}` })
  for (const text of ['0', '-1', '', '3651', '1e3']) {
    await field(page, 'Days a new guest may stay').fill(text)
    await expect(page.getByText('From 1 to 3650')).toBeVisible()
    await expect(save).toHaveAttribute('aria-disabled', 'true')
  }
  await expect(page.getByText('One of the rules cannot be read.')).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByText('From 1 to 3650')).toHaveCount(0)
})

test('Jonas writes from an old version: he is told, and Ada’s stays', async ({
  page,
  browser,
  baseURL,
  errors,
}) => {
  errors.expectError(/412 .*\/v1\/organization\/policy/)
  await openPolicy(page, ada)
  const version = await versionOf(page)
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: 'en-GB' })
  const other = await context.newPage()
  await openPolicy(other, jonas)
  await field(page, 'Days a new guest may stay').fill(String(200 + version))
  await page.getByRole('button', { name: `Save version ${version + 1}` }).click()
  await expect(page.getByText(`Version ${version + 1}, by Ada Lindqvist`)).toBeVisible()

  await field(other, 'Days a new guest may stay').fill('31')
  await field(other, 'How many days before the end people are told').fill('7')
  await other.getByRole('button', { name: `Save version ${version + 1}` }).click()
  await expect(other.getByRole('alert')).toContainText(
    'Nothing was saved. Somebody else has changed this meanwhile.',
  )
  await other.getByRole('button', { name: 'Load the page again' }).click()
  await expect(field(other, 'Days a new guest may stay')).toHaveValue(String(200 + version))
  await context.close()
})

test('rules that do not fit together are told where they are counted', async ({ page, errors }) => {
  errors.expectError(/422 .*\/v1\/organization\/policy\/preview/)
  await openPolicy(page, ada)
  await field(page, 'Time zone').fill('Mars/Phobos')
  await expect(page.getByRole('alert')).toContainText('These rules do not fit together')
})

test('the page is for operators', async ({ page, errors }) => {
  errors.expectError(/403 .*\/v1\/organization\/policy/)
  await signIn(page, 'contoso', 'sam@contoso.com')
  await expect(page.getByRole('link', { name: 'Lifecycle policy' })).toHaveCount(0)
  await page.goto('/o/contoso/policy')
  await expect(page.getByRole('alert')).toContainText('operators of Contoso')
})

test('everybody can read the rules, what was changed and what they would do', async ({ page }) => {
  await openPolicy(page, ada)
  await field(page, 'Days a new guest may stay').fill('61')
  await field(page, 'Days without a sign of use').fill('no')
  await expect(page.getByText('From 1 to 3650')).toBeVisible()
  await expectReadable(page)
  await field(page, 'Days without a sign of use').fill('45')
  await expect(page.getByText(/\d+ guests, counted at/)).toBeVisible()
  await expectReadable(page)
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

async function openPolicy(page: Page, mail: string): Promise<void> {
  await signIn(page, 'contoso', mail)
  await page.goto('/o/contoso/policy')
  await expect(heading(page)).toHaveText('Lifecycle policy')
}

/** The version that is in force in this world by now; 0 where none is. */
async function versionOf(page: Page): Promise<number> {
  const name = await page.getByRole('button', { name: /^Save version \d+$/ }).textContent()
  return Number(/\d+/.exec(name ?? '')?.[0]) - 1
}
