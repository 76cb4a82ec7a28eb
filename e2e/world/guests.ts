import { expect, type Locator, type Page } from '@playwright/test'
import { letRulesHold } from './policy.ts'
import type { SimulatorControl } from './simulator.ts'
import { signIn } from './visitor.ts'

export const sam = 'sam@contoso.com'
export const lena = 'lena@atelier-vogel.example'

/** Of the page, which has the focus after navigation. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 })
export const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name }) })

/** A policy by which Sam may extend by four months. */
export const putPolicyInForce = async (simulator: SimulatorControl, baseURL: string | undefined) =>
  letRulesHold(simulator, baseURL, { accessDays: 60, confirmEveryDays: null })

/** By the link of the page itself; the header has one too. */
export async function toMyGuests(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'My guests' }).click()
  await expect(heading(page)).toHaveText('My guests')
}

/** As Sam, once the directory has been read and the policy has told everybody their end. */
export async function openGuests(page: Page): Promise<void> {
  await signIn(page, 'contoso', sam)
  await toMyGuests(page)
  await reloadUntil(page, rowOf(page, 'Lena Vogel').filter({ hasText: /\d{4}/ }))
}

export async function openGuest(page: Page, name: string): Promise<void> {
  await openGuests(page)
  await rowOf(page, name).getByRole('link').click()
  await expect(heading(page)).toHaveText(name)
  await expect(page.getByRole('button', { name: 'Still needed' })).toBeVisible()
}

/** The directory is read in the background: a page shows it once it is. */
export async function reloadUntil(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    if (!(await wanted.isVisible())) await page.reload()
    await expect(wanted).toBeVisible({ timeout: 2_000 })
  }).toPass()
}

/** A calendar day so many days later. */
export function shift(day: string | null, days: number): string {
  return new Date(Date.parse(day ?? '') + days * 86_400_000).toISOString().slice(0, 10)
}

/** A calendar day as a sentence of Foyer has it. */
export function inWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  )
}

/** A day that the field takes, and that is typed alike wherever day or month comes first. */
export async function findPlainDay(field: Locator): Promise<string> {
  const earliest = (await field.getAttribute('min')) ?? ''
  let day = shift(await field.getAttribute('max'), -1)
  while (day.slice(5, 7) !== day.slice(8)) day = shift(day, -1)
  expect(day > earliest).toBe(true)
  return day
}
