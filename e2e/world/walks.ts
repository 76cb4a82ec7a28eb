import type { Page } from '@playwright/test'
import { letSignInsBeFresh, signInOnceMore } from './departure.ts'
import { cardOf, goHome, nameOrganization } from './home.ts'
import type { SimulatorControl } from './simulator.ts'
import { expect, type Console } from './test.ts'
import { chooseAccount, openAccounts, signIn } from './visitor.ts'

interface Walk {
  readonly name: string
  /** Leads Grace past pages, and yields at each that is worth a look. */
  readonly walk: (
    page: Page,
    simulator: SimulatorControl,
    errors: Console,
  ) => AsyncGenerator<string>
}

const grace = 'grace@adatum.com'

/** Every page that a guest meets. */
export const walks: readonly Walk[] = [
  { name: 'from the street to a group', walk: toGroup },
  { name: 'at home and among the accounts', walk: home },
  { name: 'on the way out', walk: wayOut },
]

async function* toGroup(page: Page): AsyncGenerator<string> {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Which organization invited you?' })).toBeVisible()
  yield 'the start page'
  await page.goto('/o/contoso')
  await expect(page.getByRole('button', { name: 'Sign in at Contoso' })).toBeVisible()
  yield 'the sign-in'
  await page.getByRole('button', { name: 'Sign in at Contoso' }).click()
  await chooseAccount(page, grace)
  await page.getByRole('button', { name: 'Leave group Tender 2026' }).waitFor()
  yield 'the organization'
  await page.getByRole('button', { name: 'Leave group Tender 2026' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  yield 'the question'
}

async function* home(
  page: Page,
  simulator: SimulatorControl,
  errors: Console,
): AsyncGenerator<string> {
  errors.expectError(/(400|404|50[0-9]) .*(\/token|\/lookup|\/v1\/me)/)
  // The answers that bring the most kinds of cards.
  await simulator.choose({ resourceManager: 'answers', pendingGuest: '50014' })
  await signIn(page, 'contoso', grace)
  await simulator.fail({ path: '/v1.0/*', organization: 'fabrikam', status: 503 })
  await goHome(page)
  await nameOrganization(page, 'northwind.com')
  await expect(page.getByRole('heading', { name: 'Sign in at Northwind' })).toBeVisible()
  await goHome(page)
  await expect(cardOf(page, 'Contoso')).toContainText('7 groups')
  await expect(cardOf(page, 'Northwind')).toContainText('Invited')
  await expect(cardOf(page, 'Fabrikam')).toContainText('No answer yet')
  await expect(cardOf(page, 'Tailspin')).toContainText('Not connected to Foyer')
  yield 'the home page'
  await nameOrganization(page, 'tailspin.com')
  await expect(page.getByRole('alert')).toContainText('No organization here answers to this name.')
  yield 'the home page that found nothing'
  await openAccounts(page)
  yield 'the accounts'
  await goHome(page)
  await page.getByRole('link', { name: 'Open Woodgrove Bank' }).click()
  await page.getByRole('link', { name: 'End my access at Woodgrove Bank' }).click()
  await expect(page.getByRole('main')).toContainText('does not let guests leave by themselves')
  yield 'the refusal'
}

async function* wayOut(
  page: Page,
  simulator: SimulatorControl,
  errors: Console,
): AsyncGenerator<string> {
  errors.expectError(/401 .*\/v1\/me\/departure/)
  await letSignInsBeFresh(simulator)
  await signIn(page, 'fabrikam', grace)
  await page.getByRole('link', { name: 'End my access at Fabrikam' }).click()
  await page.getByRole('button', { name: /^Leave Fabrikam/ }).waitFor()
  yield 'the departure'
  await page.getByRole('button', { name: /^Leave Fabrikam/ }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  yield 'the question'
  const button = 'Leave Fabrikam'
  await signInOnceMore(page, { organization: 'Fabrikam', button, mail: grace })
  const headers = { 'retry-after': '0.2' }
  await simulator.fail({ method: 'DELETE', path: '/v1.0/users/*', status: 429, headers })
  await page.getByRole('alertdialog').getByRole('button', { name: button }).click()
  await expect(page.getByRole('main')).toContainText('The directory of Fabrikam is too busy')
  yield 'how leaving goes'
  await simulator.heal()
  await expect(page.getByRole('heading', { level: 1, name: /left Fabrikam/ })).toBeVisible()
  yield 'the receipt'
  await page.getByRole('link', { name: /\/receipts\/verify$/ }).click()
  await expect(page.getByRole('region', { name: 'Signed here' })).toBeVisible()
  yield 'the check of the receipt'
  await page.getByRole('textbox').fill('Grace has left Fabrikam.')
  await page.getByRole('button', { name: 'Check it' }).click()
  await expect(page.getByRole('region', { name: 'not the signed text' })).toBeVisible()
  yield 'the check of nonsense'
}
