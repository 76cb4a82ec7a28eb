import type { Browser, Page } from '@playwright/test'
import { expect } from './test.ts'
import { openOffice, signIn } from './visitor.ts'

/** By the names of their fields on the page of the policy. */
type Rules = Readonly<Record<string, string>>

/**
 * Ada saves the first rules of Contoso in a browser of her own, once Foyer has read who is a guest
 * there: each test that reads directories begins without any.
 */
export async function letRulesHold(
  browser: Browser,
  baseURL: string | undefined,
  rules: Rules,
): Promise<void> {
  const page = await openOffice(browser, baseURL)
  await signIn(page, 'contoso', 'ada@contoso.com')
  await page.goto('/o/contoso/policy')
  await meetGuests(page)
  for (const [name, value] of Object.entries(rules)) {
    await page.getByRole('textbox', { name, exact: true }).fill(value)
  }
  await page.getByRole('button', { name: 'Save version 1' }).click()
  await expect(page.getByText('Version 1, by Ada Lindqvist')).toBeVisible()
  await page.context().close()
}

/** The page counts those whom Foyer knows. */
async function meetGuests(page: Page): Promise<void> {
  const counted = page.getByText(/^[1-9]\d* guests, counted at/)
  await expect(async () => {
    if (!(await counted.isVisible())) await page.reload()
    await expect(counted).toBeVisible({ timeout: 2_000 })
  }).toPass()
}
