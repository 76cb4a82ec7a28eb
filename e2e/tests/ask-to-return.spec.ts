import type { Page } from '@playwright/test'
import { askToLeave } from '../world/departure.ts'
import { groupNamesInGraph } from '../world/directory.ts'
import { addressInMail } from '../world/receipt.ts'
import type { SimulatorControl } from '../world/simulator.ts'
import { expectAccessible } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, signIn, openOffice } from '../world/visitor.ts'

const grace = 'grace@adatum.com'
const sam = 'sam@contoso.com'
const hourMs = 60 * 60_000

test.beforeEach(async ({ errors, simulator }) => {
  // What asks Grace to sign in once more.
  errors.expectError(/401 .*\/v1\/me\/departure/)
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  await simulator.choose({ restoreBrings: 'everything', resourceManager: 'silent' })
})

test('Grace asks to come back, and Sam brings her back without one of her groups', async ({
  page,
  browser,
  simulator,
  baseURL,
}) => {
  await leaveLongAgo(page, simulator)
  const card = backCard(page)
  await expect(card).toContainText(
    'Whoever vouched for you at Contoso, or an operator there, can bring you back.',
  )
  await card.getByLabel('Why you would like to come back').fill('It was the wrong organization.')
  await card.getByRole('button', { name: 'Ask to come back' }).click()
  await expect(card).toContainText('You wrote: It was the wrong organization.')
  await expect(page.getByRole('status')).toContainText('to come back. Contoso can answer until')
  await expect(card.getByRole('button', { name: 'Ask to come back' })).toHaveCount(0)

  const office = await openOffice(browser, baseURL)
  await office.goto(await addressOfRequest(simulator))
  await office.getByRole('button', { name: /^Sign in at/ }).click()
  await chooseAccount(office, sam)
  await expect(office.getByRole('heading', { level: 1 })).toHaveText('Guests who left')
  const guest = guestOf(office, 'Grace Adeyemi')
  await expect(guest).toContainText('Asks to come back')
  await expect(guest).toContainText('It was the wrong organization.')
  await expect(guest.getByRole('checkbox', { name: /^All Partners/ })).toBeDisabled()
  await guest.getByRole('checkbox', { name: /^Tender 2026/ }).uncheck()
  await guest.getByLabel('A note to Grace Adeyemi').fill('Welcome back.')
  await expectAccessible(office)
  await guest.getByRole('button', { name: 'Bring Grace Adeyemi back' }).click()
  await expect(office.getByRole('status')).toContainText('Grace Adeyemi is being brought back')

  await page.goto(await addressInMail(simulator, grace, 'You are a guest at Contoso again'))
  await expect(card).toContainText('You are a guest of Contoso again.')
  const { user, groups } = await groupNamesInGraph(simulator, 'contoso', grace)
  expect(user).toBe('Grace Adeyemi')
  expect(groups).toContain('Harbour Drawings')
  expect(groups).not.toContain('Tender 2026')
})

test('Sam says no with a note, and Grace reads it beside her receipt', async ({
  page,
  browser,
  simulator,
  baseURL,
}) => {
  await leaveLongAgo(page, simulator)
  await backCard(page).getByRole('button', { name: 'Ask to come back' }).click()
  await expect(backCard(page)).toContainText('You asked on')

  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', sam)
  const needs = office.getByRole('region', { name: 'Needs you' })
  await expect(needs).toContainText('One guest who left asks to come back.')
  await needs.getByRole('link', { name: 'Guests who left' }).click()
  const guest = guestOf(office, 'Grace Adeyemi')
  await guest.getByLabel('A note to Grace Adeyemi').fill('The project has ended.')
  await guest.getByRole('button', { name: 'Say no' }).click()
  await expect(office.getByRole('status')).toContainText('gets a mail that you said no')
  await expect(guest).toContainText('Sam Okafor said no on')

  const address = await addressInMail(simulator, grace, 'Contoso does not bring you back')
  await page.goto(address)
  await expect(backCard(page)).toContainText('somebody at Contoso said no')
  await expect(backCard(page)).toContainText('They wrote to you: The project has ended.')
  await expect(backCard(page).getByRole('button', { name: 'Ask to come back' })).toHaveCount(0)
})

test('Sam holds her out before she thinks better of it, and lets go again', async ({
  page,
  browser,
  simulator,
  baseURL,
}) => {
  await askToLeave(page, simulator, { slug: 'contoso', organization: 'Contoso', mail: grace })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left Contoso')
  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', sam)
  await office.getByRole('link', { name: 'Guests who left' }).click()
  const guest = guestOf(office, 'Grace Adeyemi')
  await guest.getByRole('button', { name: 'Do not let them come back' }).click()
  const question = office.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Hold them out' }).click()
  await expect(question).toContainText('Say why, in a few words.')
  await question.getByLabel('Why').fill('Ask me first.')
  await question.getByRole('button', { name: 'Hold them out' }).click()
  await expect(guest).toContainText('Held out')
  await expect(guest).toContainText('Ask me first.')

  await page.reload()
  await expect(backCard(page)).toContainText('Contoso does not bring you back.')
  await expect(backCard(page)).not.toContainText('Ask me first.')
  await guest.getByRole('button', { name: 'Lift the hold' }).click()
  await expect(guest).not.toContainText('Held out')
  await page.reload()
  await expect(backCard(page).getByRole('button')).not.toHaveCount(0)
})

test('who vouches for nobody finds nobody to answer', async ({ page }) => {
  await signIn(page, 'contoso', 'noor@contoso.com')
  await page.goto('/o/contoso/left-guests')
  await expect(page.getByRole('main')).toContainText('None of your guests has left lately')
})

test('a guest who opens it is told whose page it is', async ({ page, errors }) => {
  errors.expectError(/403 .*\/v1\/left-guests/)
  await signIn(page, 'fabrikam', grace)
  await page.goto('/o/fabrikam/left-guests')
  await expect(page.getByRole('main')).toContainText(
    'This page is for those who vouch for guests of Fabrikam.',
  )
})

/** Leaves Contoso so long ago that nobody takes it back by themselves. */
async function leaveLongAgo(page: Page, simulator: SimulatorControl): Promise<void> {
  await askToLeave(page, simulator, { slug: 'contoso', organization: 'Contoso', mail: grace })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left Contoso')
  await simulator.advance(73 * hourMs)
  await page.reload()
}

async function addressOfRequest(simulator: SimulatorControl): Promise<string> {
  const find = async () =>
    (await simulator.mails()).find(
      ({ to, subject }) => to === sam && subject === 'Grace Adeyemi asks to come back to Contoso',
    )
  await expect.poll(find).toBeDefined()
  return /http\S+\/left-guests/.exec((await find())?.text ?? '')?.[0] ?? ''
}

function backCard(page: Page) {
  return page.getByRole('region', { name: 'Changed your mind?' })
}

function guestOf(page: Page, name: string) {
  return page.getByRole('region', { name })
}
