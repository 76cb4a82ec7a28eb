import { letSignInsBeFresh, signInOnceMore } from '../world/departure.ts'
import { cardOf } from '../world/home.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount } from '../world/visitor.ts'

const grace = 'grace@adatum.com'

test('Grace chooses German and goes in German from the start page to the receipt', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/401 .*\/v1\/me\/departure/)
  await letSignInsBeFresh(simulator)
  await simulator.choose({ resourceManager: 'silent' })
  await page.goto('/')
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.getByLabel('Organisation', { exact: true }).fill('fabrikam.com')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByRole('button', { name: 'Bei Fabrikam anmelden' }).click()
  await chooseAccount(page, grace)

  // What was chosen is still there after Microsoft's pages, and is seen on every page.
  await expect(page.getByRole('main')).toContainText('Sie sind hier seit dem 4. Dezember 2025 Gast')
  await expect(page.getByRole('button', { name: 'Sprache: Deutsch' })).toBeVisible()
  await page.getByRole('link', { name: 'Meine Organisationen' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wo Sie zu Gast sind')
  await expect(cardOf(page, 'Fabrikam')).toContainText(`Gesehen mit ${grace}`)
  await cardOf(page, 'Fabrikam').getByRole('link', { name: 'Fabrikam öffnen' }).click()
  await page.getByRole('link', { name: 'Meinen Zugang bei Fabrikam beenden' }).click()
  await expect(page).toHaveTitle(/Meinen Zugang bei Fabrikam beenden/)
  await page.getByRole('button', { name: 'Fabrikam verlassen …' }).click()
  const button = 'Fabrikam verlassen'
  await signInOnceMore(page, { organization: 'Fabrikam', button, mail: grace })
  await expect(page.getByRole('alertdialog')).toContainText('Geschehen ist noch nichts')
  await page.getByRole('alertdialog').getByRole('button', { name: button }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sie haben Fabrikam verlassen')
  await expect(page.getByRole('main')).toContainText('sofern sie es nicht vorher löscht')
})

test('the choice outlives the tab, and can be taken back', async ({ page, context }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  const other = await context.newPage()
  await other.goto('/o/contoso')
  await expect(other.getByRole('button', { name: 'Bei Contoso anmelden' })).toBeVisible()

  await other.getByRole('button', { name: 'Sprache: Deutsch' }).click()
  await other.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(other.getByRole('button', { name: 'Sign in at Contoso' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Language: English' })).toBeVisible()
})

test.describe('in a browser that speaks German', () => {
  test.use({ locale: 'de-AT' })

  test('nobody has to choose', async ({ page }) => {
    await page.goto('/o/contoso')
    await expect(page.getByRole('button', { name: 'Bei Contoso anmelden' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  })
})
