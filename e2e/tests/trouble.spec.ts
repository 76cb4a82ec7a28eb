import { cardOf, goHome, nameOrganization } from '../world/home.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

test('a slow, a failing and an unconnected organization do not hold up the healthy one', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/404 .*\/v1\/organizations\/lookup/)
  errors.expectError(/50[0-9] .*\/v1\/me/)
  // Shows Tailspin, and Fabrikam and Woodgrove Bank, where this browser has had no token yet.
  await simulator.choose({ resourceManager: 'answers' })
  await page.clock.install()
  await signIn(page, 'contoso', 'grace@adatum.com')
  const token = '/*/oauth2/v2.0/token'
  await simulator.fail({ path: token, organization: 'fabrikam', hang: true })
  await simulator.fail({ path: '/v1.0/*', organization: 'woodgrove-bank', status: 503 })
  await goHome(page)

  const contoso = cardOf(page, 'Contoso')
  const fabrikam = cardOf(page, 'Fabrikam')
  const woodgrove = cardOf(page, 'Woodgrove Bank')
  await expect(contoso.getByRole('link', { name: 'Open Contoso' })).toBeVisible()
  await expect(contoso).toContainText('7 groups')
  await expect(cardOf(page, 'Tailspin')).toContainText('Not connected to Foyer')
  await expect(woodgrove).toContainText('No answer yet')
  await expect(woodgrove).toContainText('Nothing has changed for you.')
  // Fabrikam keeps its place, and has said nothing.
  await expect(fabrikam).toBeVisible()
  await expect(fabrikam.getByRole('button')).toHaveCount(0)

  await page.clock.fastForward(8_000)
  await expect(fabrikam).toContainText('No answer yet')
  await expect(fabrikam).toContainText(/Foyer asks again at \d\d:\d\d/)

  await simulator.heal()
  await fabrikam.getByRole('button', { name: /Try/ }).click()
  for (const card of [fabrikam, woodgrove]) await expect(card).toContainText('Active')
})

test('an organization that failed is asked again by itself', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/50[0-9] .*\/v1\/me/)
  await simulator.choose({ resourceManager: 'silent' })
  await page.clock.install()
  await signIn(page, 'contoso', 'grace@adatum.com')
  await simulator.fail({ path: '/v1.0/*', organization: 'fabrikam', status: 503 })
  await goHome(page)
  await nameOrganization(page, 'fabrikam.com')
  await expect(page.getByRole('alert').first()).toContainText('The directory of Fabrikam')
  await goHome(page)
  await expect(cardOf(page, 'Fabrikam')).toContainText('No answer yet')
  await expect(cardOf(page, 'Contoso')).toContainText('Active')

  await simulator.heal()
  await page.clock.fastForward(30_000)
  await expect(cardOf(page, 'Fabrikam')).toContainText('Active')
})
