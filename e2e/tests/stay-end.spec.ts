import { readFile } from 'node:fs/promises'
import { letRulesHold } from '../world/policy.ts'
import { card, grace, inDays, open, timeline } from '../world/stay.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

// Who has which end is known of what is remembered of the directory, in which nothing is changed here.
test.use({ followsFeeds: true })

const dayMs = 24 * 60 * 60_000

test.beforeEach(async ({ errors, simulator }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  await simulator.choose({ resourceManager: 'silent' })
})

test.describe('where a sponsor confirms guests every twelve days', () => {
  test.beforeEach(async ({ baseURL, simulator }) => {
    await letRulesHold(simulator, baseURL, { confirmEveryDays: 12 })
  })

  test('the last day goes into a calendar, and leaving is as near as staying', async ({ page }) => {
    await open(page)
    const saving = page.waitForEvent('download')
    await card(page).getByRole('button', { name: 'Add to your calendar' }).click()
    const file = await saving
    expect(file.suggestedFilename()).toBe('foyer-contoso.ics')
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
    expect(lines).toContain('SUMMARY:Your access to Contoso ends')
    expect(lines).toContain(`DTSTART;VALUE=DATE:${(await inDays(page, 12)).replaceAll('-', '')}`)
    await card(page).getByRole('link', { name: 'I no longer need this' }).click()
    await expect(page).toHaveURL('/o/contoso/leave')
  })

  test('an end that is over is told as over, and Grace can still ask', async ({
    page,
    simulator,
  }) => {
    await simulator.advance(14 * dayMs)
    await open(page)
    await expect(page.getByText('Past its last day', { exact: true })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('and Contoso has not ended it yet.')
    await expect(timeline(page).last()).toContainText('Today')
    await expect(card(page).getByRole('button', { name: 'Add to your calendar' })).toHaveCount(0)
    await expect(card(page).getByRole('link', { name: 'Ask to extend' })).toBeVisible()
  })
})

test('where nothing is decided, Fabrikam’s card says so, and whom to ask', async ({ page }) => {
  await signIn(page, 'fabrikam', grace)
  await expect(card(page)).toContainText(
    'As far as Foyer knows, Fabrikam has not decided how long you may stay. No last day is known. If you need to know more, ask Ines Duarte.',
  )
  await expect(timeline(page)).toHaveCount(0)
  await expect(card(page).getByRole('link', { name: 'I no longer need this' })).toBeVisible()
  // Whoever comes by the address of the question finds the page.
  await page.goto('/o/fabrikam/ask-to-stay')
  await expect(page).toHaveURL('/o/fabrikam')
})

test('where the end is the last that is allowed, the reason stands in place of the button', async ({
  page,
  baseURL,
  simulator,
}) => {
  await letRulesHold(simulator, baseURL, { confirmEveryDays: 180 })
  await open(page)
  await expect(card(page)).toContainText(
    /cannot be extended now: as of today Contoso allows until .* at most\. If you need to know more, ask Sam Okafor\./,
  )
  await expect(card(page).getByRole('link', { name: 'Ask to extend' })).toHaveCount(0)
})

test('what cannot be read holds up nothing else, and is read again', async ({ page, errors }) => {
  errors.expectError(/503 .*\/v1\/me\/access/)
  await page.route('**/v1/me/access', async (route) => route.fulfill({ status: 503, body: '' }))
  await signIn(page, 'fabrikam', grace)
  await expect(page.getByText('Your 3 groups, and why')).toBeVisible()
  await expect(card(page).getByRole('alert')).toContainText(
    'How long you have access could not be read now.',
  )
  await page.unroute('**/v1/me/access')
  await card(page).getByRole('button', { name: 'Try again' }).click()
  await expect(card(page)).toContainText('No last day is known.')
})
