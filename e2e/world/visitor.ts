import { expect, type Page } from '@playwright/test'

/** Goes to the organization's address, signs in as the person, and waits for its page. */
export async function signIn(page: Page, slug: string, mail: string): Promise<void> {
  await page.goto(`/o/${slug}`)
  await page.getByRole('button', { name: /^Sign in at/ }).click()
  await chooseAccount(page, mail)
  await arrive(page, slug)
}

/** The same in a browser that Microsoft knows: it asks nothing. */
export async function signInAgain(page: Page, slug: string): Promise<void> {
  await page.goto(`/o/${slug}`)
  await page.getByRole('button', { name: /^Sign in at/ }).click()
  await arrive(page, slug)
}

/** Chooses an account on Microsoft's page. */
export async function chooseAccount(page: Page, mail: string): Promise<void> {
  await page.getByRole('button', { name: mail }).click()
}

async function arrive(page: Page, slug: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === `/o/${slug}`)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^Sign in at/)
}
