import { gzipSync } from 'node:zlib'
import { findPersonId } from '../world/directory.ts'
import { beInvited, mei } from '../world/invitation.ts'
import { press, reach } from '../world/keys.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'

const wanted = {
  mail: mei,
  name: 'Mei Tanaka',
  groups: ['Supplier Quality'],
  message: 'Dear Mei, you need the questions list for the tender.\nSee you on the first call, Sam',
}

// Each test begins with nobody invited.
test.use({ followsFeeds: true })

/** As much as everything may weigh that the page loads before it is read, its fonts beside. */
const mostBytes = 120_000

test.beforeEach(async ({ errors }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
})

test('Mei declines with the keyboard, Sam reads why, and she takes it back', async ({
  page,
  browser,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/409 .*\/decline/)
  const { path, office } = await beInvited(browser, baseURL, simulator, wanted)
  await page.goto(path)
  await press(page, page.getByRole('button', { name: 'Decline' }))
  const question = page.getByRole('dialog', { name: 'Decline the invitation of Contoso?' })
  const field = question.getByLabel('Your address, as it is invited')
  await expect(field).toBeFocused()
  await expectReadable(page)
  await page.keyboard.type('somebody@gmail.example')
  await press(page, question.getByRole('button', { name: 'Decline' }))
  await expect(question.getByRole('alert')).toContainText(
    'This is not the address that is invited.',
  )
  await expect(question.getByRole('alert')).not.toContainText(mei)

  await field.fill(mei)
  await reach(page, question.getByLabel('Why'))
  await page.keyboard.type('I have left the project.')
  await press(page, question.getByRole('button', { name: 'Decline' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'You declined the invitation of Contoso',
  )
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('status')).toContainText('Nobody has become a guest.')
  await expectReadable(page)
  expect(await findPersonId(simulator, 'contoso', mei)).toBeUndefined()
  await office.getByRole('link', { name: 'To the invitations' }).click()
  const card = office.getByRole('region', { name: 'Mei Tanaka' })
  await expect(card).toContainText('I have left the project.')

  await page.getByRole('button', { name: 'Open the invitation again' }).click()
  await expect(page.getByRole('button', { name: 'Accept and sign in' })).toBeVisible()
})

test('whoever it is not for says so, and the link is dead', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  const { path, office } = await beInvited(browser, baseURL, simulator, wanted)
  await page.goto(path)
  await page.getByRole('button', { name: 'This is not for me' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question.getByRole('button', { name: 'Back' })).toBeFocused()
  await expectReadable(page)
  await question.getByRole('button', { name: 'It is not for me' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This invitation reached the wrong person',
  )
  await office.getByRole('link', { name: 'To the invitations' }).click()
  const card = office.getByRole('region', { name: 'Mei Tanaka' })
  await expect(card).toContainText('Wrong person')
})

test('an invitation that Sam withdraws ends, and one that nobody answers too', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  const { path, office } = await beInvited(browser, baseURL, simulator, wanted)
  await office.getByRole('link', { name: 'To the invitations' }).click()
  await office.getByRole('button', { name: 'Withdraw the invitation of Mei Tanaka' }).click()
  await office.getByRole('button', { name: 'Withdraw it' }).click()
  await expect(office.getByRole('status')).toContainText('is withdrawn')
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Contoso has withdrawn this invitation',
  )
  await expectReadable(page)

  const second = await beInvited(browser, baseURL, simulator, { ...wanted, language: 'English' })
  await simulator.advance(15 * 24 * 60 * 60_000)
  await page.goto(second.path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This invitation of Contoso has run out',
  )
  await expectReadable(page)
  expect(await findPersonId(simulator, 'contoso', mei)).toBeUndefined()
})

test('a link that leads nowhere says so, and the right one is sent again', async ({
  page,
  browser,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/404 .*\/v1\/(invitation-links|organizations)/)
  const { path } = await beInvited(browser, baseURL, simulator, wanted)
  await page.goto(`/i/${'x'.repeat(43)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'No invitation is at this address.',
  )
  await page.goto(path.slice(0, -4))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'No invitation is at this address.',
  )
  await page.getByRole('button', { name: 'Send it to this address' }).click()
  await expect(page.getByLabel('Which organization invited you?')).toBeFocused()
  await page.getByLabel('Which organization invited you?').fill('contoso.example')
  await page.getByLabel('The address at which you are invited').fill(mei)
  await page.getByRole('button', { name: 'Send it to this address' }).click()
  await expect(page.getByRole('alert')).toContainText('No organization here answers to this name.')
  await expectReadable(page)

  await page.goto('/i')
  await page.getByLabel('Which organization invited you?').fill('contoso.com')
  const sent = simulator.mails()
  for (const mail of ['nobody@gmail.example', mei]) {
    await page.getByLabel('The address at which you are invited').fill(mail)
    await page.getByRole('button', { name: 'Send it to this address' }).click()
    await expect(page.getByRole('status')).toContainText(
      `If ${mail} has an invitation, a mail is on its way.`,
    )
  }
  await expectReadable(page)
  const before = (await sent).length
  await expect.poll(async () => (await simulator.mails()).length).toBe(before + 1)
})

test('a page that cannot be read says so, and tries again; offline, accepting waits', async ({
  page,
  context,
  browser,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/503 .*\/v1\/invitation-links/)
  const { path } = await beInvited(browser, baseURL, simulator, wanted)
  const body = { type: 'about:blank', title: 'x', status: 503, code: 'store-unavailable' }
  await page.route('**/v1/invitation-links/*', async (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', json: body }),
  )
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Foyer cannot reach what it remembers at the moment.',
  )
  await expectReadable(page)
  await page.unroute('**/v1/invitation-links/*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('button', { name: 'Accept and sign in' })).toBeVisible()

  await page.goto(`${path}?because=directory-timeout`)
  await expect(page.getByRole('alert')).toContainText(
    'The directory of Contoso did not answer in time. Nothing is used up.',
  )
  await expectReadable(page)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Accept and sign in' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)

  await context.setOffline(true)
  await expect(page.getByRole('status')).toContainText('You are offline.')
  await press(page, page.getByRole('button', { name: 'Accept and sign in' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Contoso invites you to be its guest',
  )
})

test('the page speaks the language of the invitation, until another is chosen', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  const { path } = await beInvited(browser, baseURL, simulator, { ...wanted, language: 'Deutsch' })
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Contoso lädt Sie als Gast ein')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expectReadable(page)
  await page.getByLabel('Sprache').selectOption('English')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Contoso invites you to be its guest',
  )
  await page.reload()
  await expect(page.getByRole('button', { name: 'Accept and sign in' })).toBeVisible()
})

test('the page is light, and tells its address to nobody', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  const { path } = await beInvited(browser, baseURL, simulator, wanted)
  const weights = new Map<string, number>()
  const referrers: (string | undefined)[] = []
  page.on('request', (request) => referrers.push(request.headers()['referer']))
  page.on('response', (response) => {
    const type = response.request().resourceType()
    if (!['script', 'stylesheet', 'document'].includes(type)) return
    void response.body().then((body) => weights.set(response.url(), gzipSync(body).byteLength))
  })
  await page.goto(path)
  await expect(page.getByRole('button', { name: 'Accept and sign in' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  const names = [...weights.keys()].map((url) => new URL(url).pathname)
  expect(names.filter((name) => name.endsWith('.js')).length).toBeGreaterThan(2)
  const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0)
  expect(total, names.join(' ')).toBeLessThan(mostBytes)
  expect(names.filter((name) => /libraries|foyer-|index-/.test(name))).toEqual([])
  expect(referrers.filter(Boolean)).toEqual([])
})
