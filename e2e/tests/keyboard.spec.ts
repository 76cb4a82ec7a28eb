import { letSignInsBeFresh } from '../world/departure.ts'
import { cardOf } from '../world/home.ts'
import { press, reach } from '../world/keys.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

const grace = 'grace@adatum.com'

test('Grace leaves a group with the keyboard alone', async ({ page }) => {
  await page.goto('/o/contoso')
  await press(page, page.getByRole('button', { name: 'Sign in at Contoso' }))
  await press(page, page.getByRole('button', { name: grace }))
  await expect(page.getByRole('heading', { level: 1, name: 'Contoso' })).toBeVisible()

  await press(page, page.getByRole('button', { name: 'Leave group Tender 2026' }))
  await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Leave Tender 2026' })).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('status')).toContainText('You left the group Tender 2026')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('Grace goes home, names an organization and adds an account with the keyboard alone', async ({
  page,
  simulator,
}) => {
  await simulator.choose({ resourceManager: 'silent' })
  await signIn(page, 'contoso', grace)
  await press(page, page.getByRole('link', { name: 'My organizations' }).first())
  await expect(cardOf(page, 'Contoso')).toContainText('Active')
  await reach(page, page.getByLabel('Organization', { exact: true }))
  await page.keyboard.type('fabrikam.com')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Fabrikam' })).toBeFocused()

  const menu = page.getByRole('button', { name: /^Account:/ })
  await press(page, menu)
  await expect(page.getByRole('menuitem', { name: 'Add or remove an account' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Add or remove an account' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Your accounts/ })).toBeFocused()
  await press(page, page.getByRole('button', { name: 'Sign in at Contoso with another account' }))
  await press(page, page.getByRole('button', { name: 'omar@outlook.example' }))
  await expect(cardOf(page, 'Contoso', 'omar@outlook.example')).toContainText('Active')
})

test('Grace leaves Fabrikam with the keyboard alone', async ({ page, simulator, errors }) => {
  errors.expectError(/401 .*\/v1\/me\/departure/)
  await letSignInsBeFresh(simulator)
  await signIn(page, 'fabrikam', grace)
  await press(page, page.getByRole('link', { name: 'End my access at Fabrikam' }))
  const open = page.getByRole('button', { name: 'Leave Fabrikam …' })
  await press(page, open)
  await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(open).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('button', { name: 'Stay' })).toBeFocused()
  await reach(page, dialog.getByRole('textbox'))
  await page.keyboard.type('Fabrikam')
  await page.keyboard.press('Enter')
  // The portal's own button for Grace's account goes while it is looked for.
  await page.waitForURL((url) => url.origin === simulator.url)
  await press(page, page.getByRole('button', { name: grace }))

  await press(page, dialog.getByRole('button', { name: 'Leave Fabrikam' }))
  await expect(page.getByRole('heading', { level: 1, name: /left Fabrikam/ })).toBeFocused()
})

test('the skip link leads past the header', async ({ page }) => {
  await page.goto('/o/contoso')
  await expect(page.getByRole('button', { name: 'Sign in at Contoso' })).toBeVisible()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
})
