import { expect, type Locator, type Page } from '@playwright/test'

/** The home page's card of an organization; as one account sees it, where several do. */
export function cardOf(page: Page, organization: string, mail?: string): Locator {
  const card = page.getByRole('article', { name: organization, exact: true })
  return mail ? card.filter({ hasText: mail }) : card
}

/** Types into the home page's field what somebody knows of an organization. */
export async function nameOrganization(page: Page, words: string): Promise<void> {
  await page.getByLabel('Organization', { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** Goes home by the sign that stands on every page. */
export async function goHome(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Foyer, start page' }).click()
  await expect(page).toHaveURL('/')
}
