import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { askToLeave } from '../world/departure.ts'
import type { SimulatorControl } from '../world/simulator.ts'
import { expect, test } from '../world/test.ts'

const fabrikam = { slug: 'fabrikam', organization: 'Fabrikam', mail: 'grace@adatum.com' }

test.beforeEach(({ errors }) => {
  // What asks Grace to sign in once more.
  errors.expectError(/401 .*\/v1\/me\/departure/)
})

test('Grace copies the link to her receipt, and a stranger sees in German that it is good', async ({
  page,
  context,
  browser,
  simulator,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const signed = await leave(page, simulator)
  const main = page.getByRole('main')
  await expect(main).toContainText(/By a new sign-in just for this: \d+ \w+ \d{4} at \d\d:\d\d/)
  await page.getByRole('button', { name: 'Copy the link that shows it' }).click()
  await expect(page.getByRole('status')).toContainText('Copied.')
  const link = await page.evaluate(async () => navigator.clipboard.readText())
  expect(link).toBe(`${baseURL}/receipts/verify#${signed}`)

  const elsewhere = await browser.newContext({ locale: 'de-DE' })
  const stranger = await elsewhere.newPage()
  const asked: string[] = []
  stranger.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')))
  await stranger.goto(link)
  const verdict = stranger.getByRole('region', {
    name: 'Hier signiert und seitdem nicht verändert',
  })
  await expect(verdict).toContainText('Grace Adeyemi')
  await expect(verdict.getByRole('heading')).toBeFocused()
  await expect(verdict).toContainText('Fabrikam')
  await expect(verdict).toContainText('Das Gastkonto dort')
  await expect(verdict).toContainText('Durch eine neue Anmeldung eigens dafür')
  await expect(stranger).toHaveTitle('Eine Quittung prüfen · Foyer')
  // It was checked here: what it says has gone nowhere.
  expect(asked.filter((each) => each.includes(signed.slice(0, 40)))).toEqual([])
  expect(asked.some((each) => each.endsWith('/.well-known/jwks.json'))).toBe(true)
  const kept = await stranger.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(kept).not.toContain('eyJ')
  await elsewhere.close()
})

test('what was altered, cut off or made up does not count, and the page says why', async ({
  page,
  simulator,
}) => {
  const signed = await leave(page, simulator)
  await page.goto('/receipts/verify')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this receipt from here?')
  const check = async (text: string) => {
    await page.getByRole('textbox').fill(text)
    await page.getByRole('button', { name: 'Check it' }).click()
  }
  const [head = '', statement = '', signature = ''] = signed.split('.')
  const words = Buffer.from(statement, 'base64url').toString()
  const altered = Buffer.from(words.replace('Grace', 'Susan')).toString('base64url')
  const unsigned = Buffer.from('{"alg":"none","typ":"foyer-receipt+jwt"}').toString('base64url')

  await check('  ')
  await expect(page.getByRole('main')).toContainText('Nothing is pasted here yet.')
  await check(signed)
  await expect(page.getByRole('region', { name: 'Signed here' })).toContainText('Grace Adeyemi')
  for (const [text, sentence] of [
    [`${head}.${altered}.${signature}`, 'This was altered after it was signed.'],
    [signed.slice(0, -20), 'This is not the signed text of a receipt, or not all of it.'],
    ['Grace has left Fabrikam.', 'This is not the signed text of a receipt, or not all of it.'],
    ['a'.repeat(200_000), 'This is too long for a receipt.'],
    [`${unsigned}.${statement}.`, 'This is not signed in the way in which Foyer signs.'],
  ] as const) {
    await check(text)
    await expect(page.getByRole('region', { name: sentence })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('Grace Adeyemi')
    await expect(page.getByRole('main')).not.toContainText('Susan')
  }
})

test('Grace saves the signed text of her receipt as a file that holds nothing else', async ({
  page,
  simulator,
}) => {
  const signed = await leave(page, simulator)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save the signed text' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^receipt-[\da-f-]{36}\.txt$/)
  expect(await readFile(await download.path(), 'utf8')).toBe(signed)
})

test('where the keys cannot be read, nothing is said of the receipt until they can', async ({
  page,
  errors,
}) => {
  errors.expectError(/ERR_FAILED .*jwks/)
  await page.route('**/jwks.json', async (route) => route.abort(), { times: 1 })
  await page.goto('/receipts/verify')
  await page.getByRole('textbox').fill('Grace has left Fabrikam.')
  await page.getByRole('button', { name: 'Check it' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('It was not checked.')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('region', { name: 'not the signed text' })).toBeVisible()
})

/** Grace leaves. @returns the signed text of her receipt. */
async function leave(page: Page, simulator: SimulatorControl): Promise<string> {
  await askToLeave(page, simulator, fabrikam)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left Fabrikam')
  const link = page.getByRole('link', { name: /\/receipts\/verify$/ })
  return ((await link.getAttribute('href')) ?? '').replace(/^[^#]*#/, '')
}
