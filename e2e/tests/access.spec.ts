import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'
import { walks } from '../world/walks.ts'

for (const { name: where, walk } of walks) {
  test(`everybody can read what Grace meets ${where}`, async ({ page, simulator, errors }) => {
    for await (const place of walk(page, simulator, errors)) {
      await test.step(place, async () => expectReadable(page))
    }
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('what leaves a group can be touched', async ({ page }) => {
    await signIn(page, 'contoso', 'grace@adatum.com')
    const box = await page.getByRole('button', { name: 'Leave group Tender 2026' }).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
  })
})
