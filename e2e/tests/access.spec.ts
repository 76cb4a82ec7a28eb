import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'
import type { Page } from '@playwright/test'

const phone = { width: 390, height: 844 }
const narrowest = { width: 320, height: 640 }

const looks = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
] as const

for (const { name, colorScheme } of looks) {
  test.describe(`in ${name}`, () => {
    test.use({ colorScheme })

    test('every page that Grace meets can be read by everybody', async ({ page }) => {
      await page.goto('/')
      await expectAccessible(page)
      await page.goto('/o/contoso')
      await expect(page.getByRole('button', { name: 'Sign in at Contoso' })).toBeVisible()
      await expectAccessible(page)
      await signIn(page, 'contoso', 'grace@adatum.com')
      await expect(page.getByRole('button', { name: 'Leave group Tender 2026' })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Leave group Tender 2026' }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await expectAccessible(page)
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true })

  test('the organization and the dialog can be read and touched', async ({ page }) => {
    await signIn(page, 'contoso', 'grace@adatum.com')
    await expect(page.getByRole('button', { name: 'Leave group Tender 2026' })).toBeVisible()
    await expectAccessible(page)
    const box = await page.getByRole('button', { name: 'Leave group Tender 2026' }).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
  })
})

test.describe('on the narrowest screen', () => {
  test.use({ viewport: narrowest })

  test('nothing has to be pushed sideways', async ({ page }) => {
    await page.goto('/')
    await expectNoSidewaysScroll(page)
    await signIn(page, 'contoso', 'grace@adatum.com')
    await page.getByRole('button', { name: 'Leave group Tender 2026' }).click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await expectNoSidewaysScroll(page)
  })
})

test('Grace leaves a group with the keyboard alone', async ({ page }) => {
  await page.goto('/o/contoso')
  await reach(page, page.getByRole('button', { name: 'Sign in at Contoso' }))
  await page.keyboard.press('Enter')
  await reach(page, page.getByRole('button', { name: 'grace@adatum.com' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Contoso' })).toBeVisible()

  await reach(page, page.getByRole('button', { name: 'Leave group Tender 2026' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Leave Tender 2026' })).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('status')).toContainText('You left the group Tender 2026')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('the skip link leads past the header', async ({ page }) => {
  await page.goto('/o/contoso')
  await expect(page.getByRole('button', { name: 'Sign in at Contoso' })).toBeVisible()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
})

/** Tabs until the element has the focus, as somebody without a mouse does. */
async function reach(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

async function expectAccessible(page: Page): Promise<void> {
  // Fluent's focus guards are empty on purpose and hidden from everybody.
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('[data-tabster-dummy]')
    .analyze()
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual(
    [],
  )
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
}
