import type { Page } from '@playwright/test'
import { letSignInsBeFresh } from '../world/departure.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import {
  heading,
  inWords,
  openGuest,
  openGuests,
  putPolicyInForce,
  reloadUntil,
  rowOf,
  sam,
  toMyGuests,
} from '../world/guests.ts'
import { chooseAccount, openOffice, signIn } from '../world/visitor.ts'

// What Sam decides about his guests after a sign-in from just now: whether they stay, and that one ends.

const grace = 'grace@adatum.com'
const wish = 'The harbour drawings go on until spring.'
const reason = 'The project is over.'

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors, simulator, baseURL }) => {
  // Whoever is no guest has no groups to be shown; whoever decides is asked to sign in anew.
  errors.expectError(/403 .*\/v1\/me\/groups|401 .*\/(answer|ending)/)
  await letSignInsBeFresh(simulator)
  await putPolicyInForce(simulator, baseURL)
})

test('Grace asks to stay: Sam grants it after signing in once more, and she reads his note', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  const { visitor, until } = await graceAsks(await openOffice(browser, baseURL))
  await openGuests(page)
  await reloadUntil(page, rowOf(page, 'Grace Adeyemi').filter({ hasText: 'Asks to stay' }))
  await rowOf(page, 'Grace Adeyemi').getByRole('link').click()
  const card = page.getByRole('region', { name: `Grace Adeyemi asks to stay until ${until}` })
  await expect(card).toContainText(wish)
  await expectReadable(page)
  await card.getByRole('button', { name: `Extend to ${until}` }).click()
  const question = page.getByRole('dialog', { name: 'Extend Grace Adeyemi' })
  await question.getByLabel('Your reason, the guest sees it').fill('Until spring, gladly.')
  await question.getByRole('button', { name: `Extend to ${until}` }).click()
  await chooseAccount(page, sam)
  await expect(question).toContainText('Nothing has happened yet: it takes one more click.')
  await question.getByRole('button', { name: `Extend to ${until}` }).click()
  await expect(page.getByRole('status')).toContainText(`Grace Adeyemi may stay until ${until}`)
  await expect(card).toHaveCount(0)

  await visitor.goto('/o/contoso')
  await expect(visitor.getByRole('main')).toContainText(until)
  await expect(visitor.getByRole('main')).toContainText('Until spring, gladly.')
  const subjects = async () =>
    (await simulator.mails()).filter(({ to }) => to === grace).map(({ subject }) => subject)
  await expect
    .poll(subjects)
    .toContainEqual(expect.stringMatching(`^Your access to Contoso lasts until .*${until}$`))
  await visitor.context().close()
})

test('Sam says no with a reason, which Grace reads', async ({ page, browser, baseURL }) => {
  const { visitor } = await graceAsks(await openOffice(browser, baseURL))
  await openGuests(page)
  await reloadUntil(page, rowOf(page, 'Grace Adeyemi').filter({ hasText: 'Asks to stay' }))
  await rowOf(page, 'Grace Adeyemi').getByRole('link').click()
  await page.getByRole('button', { name: 'Say no' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Say no' }).click()
  await expect(question).toContainText('Say why, in a few words.')
  await question.getByLabel('Why').fill(reason)
  await expectReadable(page)
  await question.getByRole('button', { name: 'Say no' }).click()
  await chooseAccount(page, sam)
  await expect(question.getByLabel('Why')).toHaveValue(reason)
  await question.getByRole('button', { name: 'Say no' }).click()
  await expect(page.getByRole('status')).toContainText(
    'Grace Adeyemi reads that they do not stay longer, and why.',
  )
  await visitor.goto('/o/contoso')
  await expect(visitor.getByRole('main')).toContainText(reason)
  await visitor.context().close()
})

test('Sam ends Omar’s access, stops it, ends it again, and lets him sign in after all', async ({
  page,
  simulator,
}) => {
  await openGuest(page, 'Omar Haddad')
  await end(page)
  const waiting = page.getByRole('region', { name: /^The access of Omar Haddad ends at/ })
  await expect(waiting).toContainText(reason)
  await expect(waiting).toContainText('Until then nothing happens.')
  await expectReadable(page)
  await waiting.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('status')).toContainText('does not end by that any more')
  await expect(waiting).toHaveCount(0)

  await end(page)
  await simulator.advance(11 * 60_000)
  const blocked = page.getByRole('region', { name: 'Omar Haddad cannot sign in any more' })
  await reloadUntil(page, blocked)
  await expect(blocked).toContainText('The account is removed on')
  await blocked.getByRole('button', { name: 'Let them sign in again' }).click()
  await expect(blocked).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'End access …' })).toBeVisible()
})

test('Ines ends Mei’s access at Fabrikam, where nobody has decided how long guests stay, and Mei reads why', async ({
  page,
  simulator,
}) => {
  const ines = 'ines@fabrikam.com'
  await signIn(page, 'fabrikam', ines)
  await toMyGuests(page)
  await reloadUntil(page, rowOf(page, 'Mei Tanaka'))
  await rowOf(page, 'Mei Tanaka').getByRole('link').click()
  await end(page, ines)
  await simulator.advance(11 * 60_000)
  await reloadUntil(page, page.getByRole('region', { name: 'Mei Tanaka cannot sign in any more' }))
  const toMei = async () => (await simulator.mails()).filter(({ to }) => to === 'mei@gmail.example')
  await expect.poll(async () => (await toMei())[0]?.text).toContain(`“${reason}”`)
  expect((await toMei())[0]?.text).toContain('Ines Duarte')
})

test('without a reason nothing ends, and whoever cancels has the button again', async ({
  page,
}) => {
  await openGuest(page, 'Omar Haddad')
  const open = page.getByRole('button', { name: 'End access …' })
  await open.focus()
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog')
  await question.getByRole('button', { name: 'End access' }).click()
  await expect(question).toContainText('Say why, in a few words.')
  await expectReadable(page)
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(open).toBeFocused()
})

/** Signs in once more on the way, as whoever ends an access does. */
async function end(page: Page, mail = sam): Promise<void> {
  await page.getByRole('button', { name: 'End access …' }).click()
  const question = page.getByRole('dialog')
  await question.getByLabel('Your reason, the guest sees it').fill(reason)
  await question.getByRole('button', { name: 'End access' }).click()
  await chooseAccount(page, mail)
  await expect(question.getByLabel('Your reason, the guest sees it')).toHaveValue(reason)
  await question.getByRole('button', { name: 'End access' }).click()
  await expect(page.getByRole('status')).toContainText('ends in ten minutes')
}

/** Grace asks on her page, as long as she may. */
async function graceAsks(visitor: Page): Promise<{ visitor: Page; until: string }> {
  await signIn(visitor, 'contoso', grace)
  const ask = visitor.getByRole('link', { name: 'Ask to extend' })
  await reloadUntil(visitor, ask)
  await ask.click()
  const question = visitor.getByRole('dialog')
  const field = question.locator('input[type=date]')
  const until = (await field.getAttribute('max')) ?? ''
  await field.fill(until)
  await question.getByLabel('Why').fill(wish)
  await question.getByRole('button', { name: `Ask to stay until ${inWords(until)}` }).click()
  await expect(heading(visitor)).toBeVisible()
  await expect(visitor.getByRole('main')).toContainText('You asked')
  return { visitor, until: inWords(until) }
}
