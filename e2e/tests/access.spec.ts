import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'
import { walks } from '../world/walks.ts'

const looks = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
] as const

for (const { name, colorScheme } of looks) {
  test.describe(`in ${name}`, () => {
    test.use({ colorScheme })

    for (const { name: where, walk } of walks) {
      test(`everybody can read what Grace meets ${where}`, async ({ page, simulator, errors }) => {
        for await (const place of walk(page, simulator, errors)) {
          await test.step(place, async () => expectAccessible(page))
        }
      })
    }
  })
}

test.describe('on the narrowest screen', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  for (const { name: where, walk } of walks) {
    test(`nothing has to be pushed sideways ${where}`, async ({ page, simulator, errors }) => {
      for await (const place of walk(page, simulator, errors)) {
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, place).toBeLessThanOrEqual(0)
      }
    })
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the organization and the dialog can be read and touched', async ({ page }) => {
    await signIn(page, 'contoso', 'grace@adatum.com')
    await expect(page.getByRole('button', { name: 'Leave group Tender 2026' })).toBeVisible()
    await expectAccessible(page)
    const box = await page.getByRole('button', { name: 'Leave group Tender 2026' }).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
  })
})

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    })
    // Fluent's focus guards are empty on purpose and hidden from everybody.
    .exclude('[data-tabster-dummy]')
    // For pages without frames, of which the portal has no other, it is the same and twice as fast.
    .setLegacyMode()
    .analyze()
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual(
    [],
  )
}
