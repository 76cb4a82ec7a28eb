import type { Page } from '@playwright/test'
import { askToLeave } from '../world/departure.ts'
import { giveRole, groupNamesInGraph } from '../world/directory.ts'
import { cardOf, goHome } from '../world/home.ts'
import { addressInMail } from '../world/receipt.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

const grace = 'grace@adatum.com'
const fabrikam = { slug: 'fabrikam', organization: 'Fabrikam', mail: grace }
const removal = { method: 'DELETE', path: '/v1.0/users/*' }
const outage = { ...removal, status: 503, headers: { 'retry-after': '0.2' } }

test.beforeEach(({ errors }) => {
  // What asks Grace to sign in once more.
  errors.expectError(/401 .*\/v1\/me\/departure/)
})

test('the directory is too busy: Grace sees what it waits for, over a reload, until it is done', async ({
  page,
  simulator,
}) => {
  await simulator.fail({ ...removal, status: 429, headers: { 'retry-after': '0.2' } })
  await askToLeave(page, simulator, fabrikam)
  await expect(titleOf(page)).toHaveText('You are leaving Fabrikam')
  await expect(titleOf(page)).toBeFocused()
  const main = page.getByRole('main')
  const wait = 'The directory of Fabrikam is too busy to answer.'
  await expect(main).toContainText(`${wait} It is tried again by itself.`)
  await expect(page.getByRole('status')).toContainText(wait)

  await page.reload()
  await expect(titleOf(page)).toHaveText('You are leaving Fabrikam')
  // Whoever asks for the organization is shown how it goes.
  await page.goto('/o/fabrikam')
  await expect(page).toHaveURL(/\/receipts\//)
  await expect(titleOf(page)).toHaveText('You are leaving Fabrikam')

  await simulator.heal()
  await expect(titleOf(page)).toHaveText('You have left Fabrikam')
  await expect(page.getByRole('status')).toContainText('You have left Fabrikam')
  await expect(main).toContainText('Erased for good at the latest')
  await goHome(page)
  await expect(titleOf(page)).toBeVisible()
  await expect(cardOf(page, 'Fabrikam')).toHaveCount(0)
})

test('the connection breaks after the removal, and Grace is told that she has left', async ({
  page,
  simulator,
}) => {
  await simulator.fail({ ...removal, drop: 'after', count: 1 })
  await askToLeave(page, simulator, fabrikam)
  await expect(titleOf(page)).toHaveText('You have left Fabrikam')
  expect((await groupNamesInGraph(simulator, 'fabrikam', grace)).user).toBeUndefined()
})

test('Grace is given a role between the click and the act, and is told why she stays', async ({
  page,
  simulator,
}) => {
  await simulator.fail(outage)
  await askToLeave(page, simulator, fabrikam)
  await expect(titleOf(page)).toHaveText('You are leaving Fabrikam')
  await giveRole(simulator, 'fabrikam', grace)

  await expect(titleOf(page)).toHaveText('You are still a guest of Fabrikam')
  const main = page.getByRole('main')
  await expect(main).toContainText('Your account holds an administrator role at Fabrikam')
  await expect(main).toContainText('then changed nothing')
  await page.getByRole('link', { name: 'Back to Fabrikam' }).click()
  await expect(page.getByRole('region', { name: 'What applies to you' })).toContainText('role')
  expect((await groupNamesInGraph(simulator, 'fabrikam', grace)).user).toBe('Grace Adeyemi')
})

test('the receipt opens in another browser, for whoever has its mail and nobody else', async ({
  page,
  browser,
  simulator,
  baseURL,
}) => {
  await askToLeave(page, simulator, fabrikam)
  await expect(titleOf(page)).toHaveText('You have left Fabrikam')
  const address = await addressInMail(simulator, grace, 'You have left Fabrikam')

  const elsewhere = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: 'de-DE' })
  const other = await elsewhere.newPage()
  const shown: Record<string, string>[] = []
  other.on('request', (request) => shown.push(request.headers()))
  await other.goto(address)
  await expect(titleOf(other)).toHaveText('Sie haben Fabrikam verlassen')
  await expect(other.getByRole('main')).toContainText('Grace Adeyemi')
  await expect(other.getByRole('main')).toContainText('Zeit')
  await expect(other).toHaveTitle('Sie haben Fabrikam verlassen · Foyer')
  expect(shown.filter(({ authorization, referer }) => authorization ?? referer)).toEqual([])
  const kept = await other.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(kept).not.toContain('receipts')
  await elsewhere.close()
})

test('the answer to leaving is lost: the second try is the same act, and leads to its receipt', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/ERR_FAILED .*\/v1\/me\/departure/)
  await simulator.fail(outage)
  const sent = await loseAnswer(page)
  await askToLeave(page, simulator, fabrikam)
  const alert = page.getByRole('alertdialog').getByRole('alert')
  await expect(alert).toContainText('Whether you are leaving Fabrikam could not be seen.')

  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(titleOf(page)).toHaveText('You are leaving Fabrikam')
  await simulator.heal()
  await expect(titleOf(page)).toHaveText('You have left Fabrikam')
  expect(sent.keys.size).toBe(1)
  expect(sent.requests).toBe(3)
})

test('the answer to leaving is lost, and Grace loads the page again when she is gone', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/ERR_FAILED .*\/v1\/me\/departure/)
  errors.expectError(/403 .*\/v1\/me/)
  await simulator.fail(outage)
  await loseAnswer(page)
  await askToLeave(page, simulator, fabrikam)
  await expect(page.getByRole('alertdialog').getByRole('alert')).toBeVisible()
  await simulator.heal()
  await expect
    .poll(async () => (await groupNamesInGraph(simulator, 'fabrikam', grace)).user)
    .toBeUndefined()

  await page.reload()
  await expect(titleOf(page)).toHaveText('You have left Fabrikam')
})

test('a group too has a receipt, from which the way back leads to the organization', async ({
  page,
}) => {
  await signIn(page, 'contoso', grace)
  await page.getByRole('button', { name: 'Leave group Tender 2026' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave Tender 2026' }).click()
  await page.getByRole('status').getByRole('link', { name: 'See the receipt' }).click()

  await expect(titleOf(page)).toHaveText('You have left Tender 2026')
  await expect(titleOf(page)).toBeFocused()
  await expect(page.getByRole('main')).toContainText('You stay a guest of Contoso')
  await page.getByRole('link', { name: 'Back to Contoso' }).click()
  await expect(titleOf(page)).toHaveText('Contoso')
})

for (const [what, address] of [
  ['is too short', '/receipts/abc'],
  ['nobody was given', `/receipts/${'a'.repeat(43)}`],
] as const) {
  test(`an address that ${what} leads to no receipt, and on`, async ({ page, errors }) => {
    errors.expectError(/40[04] .*\/v1\/receipts/)
    await page.goto(address)
    await expect(titleOf(page)).toHaveText('There is no receipt at this address.')
    await expect(titleOf(page)).toBeFocused()
    await page.getByRole('link', { name: 'Back to my organizations' }).click()
    await expect(page).toHaveURL('/')
  })
}

function titleOf(page: Page) {
  return page.getByRole('heading', { level: 1 })
}

/** Cuts off the answer that accepts leaving, once. */
async function loseAnswer(page: Page): Promise<{ readonly keys: Set<string>; requests: number }> {
  const sent = { keys: new Set<string>(), requests: 0 }
  let isLost = false
  await page.route('**/v1/me/departure', async (route) => {
    sent.keys.add(route.request().headers()['idempotency-key'] ?? '')
    sent.requests += 1
    const answer = await route.fetch()
    if (answer.status() !== 202 || isLost) return route.fulfill({ response: answer })
    isLost = true
    return route.abort()
  })
  return sent
}
