import { type Browser, expect, type Page } from '@playwright/test'
import type { SimulatorControl } from './simulator.ts'

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

/** Chooses an account on Microsoft's page, where it stands in a list; the header of Foyer names it too. */
export async function chooseAccount(page: Page, mail: string): Promise<void> {
  await page.getByRole('listitem').getByRole('button', { name: mail }).click()
}

/** Opens the page on which accounts are added and removed. */
export async function openAccounts(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account:/ }).click()
  await page.getByRole('menuitem', { name: 'Add or remove an account' }).click()
  await expect(page.getByRole('heading', { name: 'Your accounts in this browser' })).toBeVisible()
}

async function arrive(page: Page, slug: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === `/o/${slug}`)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^Sign in at/)
}

/** Reads the code that Microsoft has just sent to the address, and types it. */
export async function enterCode(
  page: Page,
  simulator: SimulatorControl,
  mail: string,
): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Enter code' })).toBeVisible()
  const [newest] = (await simulator.mails()).filter(({ to }) => to === mail)
  const code = /\b\d{8}\b/.exec(newest?.text ?? '')?.[0]
  if (!code) throw new Error(`No code was sent to ${mail}`)
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** A browser of somebody else, that knows nothing of this one. */
export async function openOffice(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: 'en-GB' })
  return context.newPage()
}
