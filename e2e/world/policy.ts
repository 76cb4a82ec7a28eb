import type { Browser, Page } from '@playwright/test'
import { expect } from './test.ts'
import { openOffice, signIn } from './visitor.ts'

/** By the names of their fields on the page of the policy. */
type Rules = Readonly<Record<string, string>>

/**
 * Ada saves rules of Contoso that are not in force yet, in a browser of her own. The policy of a world
 * outlives its tests, so that a test says which rules it counts on.
 */
export async function letRulesHold(
  browser: Browser,
  baseURL: string | undefined,
  rules: Rules,
): Promise<void> {
  const page = await openOffice(browser, baseURL)
  await signIn(page, 'contoso', 'ada@contoso.com')
  await page.goto('/o/contoso/policy')
  const save = page.getByRole('button', { name: /^Save version \d+$/ })
  await expect(save).toBeVisible()
  await meetGuests(page)
  for (const [name, value] of Object.entries(rules)) {
    await page.getByRole('textbox', { name, exact: true }).fill(value)
  }
  const next = Number(/\d+/.exec((await save.textContent()) ?? '')?.[0])
  const isInForce = next > 1 && (await page.getByRole('button', { name: 'Discard' }).count()) === 0
  if (!isInForce) {
    await save.click()
    await expect(page.getByText(`Version ${next}, by Ada Lindqvist`)).toBeVisible()
  }
  await page.context().close()
}

/** Foyer knows the guests once it has read the directory, and the page counts those that it knows. */
async function meetGuests(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/^[1-9]\d* guests, counted at/)).toBeVisible()
  }).toPass()
}
