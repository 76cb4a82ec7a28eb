import type { Page } from '@playwright/test'
import { groupNamesInGraph } from '../world/directory.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

test('Grace sees every group at Contoso with its reason', async ({ page }) => {
  await signIn(page, 'contoso', 'grace@adatum.com')

  const groups = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) })
  await expect(groups).toHaveCount(7)
  const leavable = ['Harbour Redevelopment', 'Harbour Drawings', 'Tender 2026']
  for (const name of leavable) {
    await expect(page.getByRole('button', { name: `Leave group ${name}` })).toBeVisible()
  }
  const reasons = [
    ['Harbour Reviewers', 'through Harbour Drawings'],
    ['All Partners', 'rule'],
    ['Site Access East', 'servers'],
    ['Supplier Forum', 'owner'],
  ] as const
  for (const [name, reason] of reasons) {
    await expect(groups.filter({ hasText: name })).toContainText(reason)
    await expect(page.getByRole('button', { name: `Leave group ${name}` })).toHaveCount(0)
  }
})

test('Grace leaves Tender 2026, and stays a guest of Contoso', async ({ page, simulator }) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  await page.getByRole('button', { name: 'Leave group Tender 2026' }).click()

  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('Tender 2026')
  await expect(dialog.getByRole('button', { name: 'Stay' })).toBeFocused()
  await dialog.getByRole('button', { name: /^Leave/ }).click()

  await expect(page.getByRole('status')).toContainText('You left the group Tender 2026')
  await expect(page.getByRole('button', { name: 'Leave group Tender 2026' })).toHaveCount(0)
  const { user, groups } = await groupNamesInGraph(simulator, 'contoso', 'grace@adatum.com')
  expect(user).toBe('Grace Adeyemi')
  expect(groups).toContain('Harbour Drawings')
  expect(groups).not.toContain('Tender 2026')
})

test('Grace stays when she says so', async ({ page, simulator }) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  const leave = page.getByRole('button', { name: 'Leave group Tender 2026' })
  await leave.click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click()

  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(leave).toBeFocused()
  const { groups } = await groupNamesInGraph(simulator, 'contoso', 'grace@adatum.com')
  expect(groups).toContain('Tender 2026')
})

test('Grace asks about the next group before the page has been read again after the last', async ({
  page,
}) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  const held: (() => void)[] = []
  let isHeld = true
  await page.route('**/v1/me/groups', async (route) => {
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve))
    await route.continue()
  })
  await leave(page, 'Tender 2026')
  await page.getByRole('button', { name: 'Leave group Harbour Redevelopment' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Leave Harbour Redevelopment?')

  const readAgain = page.waitForResponse('**/v1/me/groups')
  isHeld = false
  for (const release of held) release()
  await (await readAgain).finished()
  await expect(page.getByText('Your 6 groups, and why')).toBeAttached()
  await question.getByRole('button', { name: 'Leave Harbour Redevelopment' }).click()
  await expect(page.getByRole('status')).toContainText('You left the group Harbour Redevelopment')
})

async function leave(page: Page, group: string): Promise<void> {
  await page.getByRole('button', { name: `Leave group ${group}` }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: `Leave ${group}` }).click()
  await expect(page.getByRole('status')).toContainText(`You left the group ${group}`)
}
