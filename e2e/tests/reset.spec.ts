import type { Page } from '@playwright/test'
import { letSignInsBeFresh } from '../world/departure.ts'
import { findPersonId, giveDirectoryRole } from '../world/directory.ts'
import { heading } from '../world/guests.ts'
import { press, reach } from '../world/keys.ts'
import { expectReadable } from '../world/readable.ts'
import type { SimulatorControl } from '../world/simulator.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, openOffice, signIn } from '../world/visitor.ts'

// Two operators and the guest set a sign-in back, by the right of the one who carries it out.

const omar = 'omar@outlook.example'
const newAddress = 'omar@haddad.example'
const ada = 'ada@contoso.com'
const jonas = 'jonas@contoso.com'
const userAdministrator = 'fe930be7-5e62-47db-91af-98c3a49a38b1'
const dayMs = 24 * 60 * 60_000

test.use({ followsFeeds: true })

test('Omar’s sign-in moves to another address: he says yes, Jonas agrees, and Ada carries it out', async ({
  page,
  browser,
  baseURL,
  simulator,
  errors,
}) => {
  test.slow()
  errors.expectError(/403 .*\/v1\/me\/groups|401 .*\/reset|403 .*\/reset\/act/)
  await letSignInsBeFresh(simulator)
  await signIn(page, 'contoso', ada)
  await openReset(page, simulator)
  await expectReadable(page)
  await press(page, page.getByRole('button', { name: 'Ask Omar Haddad by mail' }))
  await expect(page.getByText('Say why, in a few words.')).toBeVisible()
  await page.getByRole('radio', { name: 'another address' }).check()
  await page.getByLabel('The new address').fill(newAddress)
  await page.getByLabel('Your reason, the guest sees it').fill('His mailbox closes on Friday.')
  await press(page, page.getByRole('button', { name: 'Ask Omar Haddad by mail' }))
  await chooseAccount(page, ada)
  await expect(page.getByLabel('The new address')).toHaveValue(newAddress)
  await press(page, page.getByRole('button', { name: 'Ask Omar Haddad by mail' }))
  await expect(page.getByRole('status')).toContainText('Omar Haddad is asked by mail.')
  await expect(page.getByRole('listitem').first()).toContainText('a mail has asked them')
  await expectReadable(page)

  const guest = await openOffice(browser, baseURL)
  await guest.goto(await linkFor(simulator, omar))
  await expect(heading(guest)).toHaveText('Do you want to sign in to Contoso anew?')
  await expect(guest.getByRole('main')).toContainText(`belong to whoever reads ${newAddress}`)
  await expectReadable(guest)
  await press(guest, guest.getByRole('button', { name: 'Yes, I want this' }))
  await expect(heading(guest)).toHaveText('You have said yes')
  await expect(heading(guest)).toBeFocused()

  await page.reload()
  await expect(page.getByText('You cannot, because you asked.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Agree' })).toHaveCount(0)

  const other = await openOffice(browser, baseURL)
  await signIn(other, 'contoso', jonas)
  await openReset(other, simulator)
  await press(other, other.getByRole('button', { name: 'Agree' }))
  await chooseAccount(other, jonas)
  await press(other, other.getByRole('button', { name: 'Agree' }))
  await expect(other.getByRole('status')).toContainText('For three days it can be stopped.')
  await expect(other.getByRole('button', { name: 'Set the sign-in back' })).toHaveCount(0)
  await expectReadable(other)
  await other.context().close()
  await page.goto('/privacy')
  await guest.goto('/privacy')
  await simulator.advance(3 * dayMs)

  const later = await openOffice(browser, baseURL)
  await signIn(later, 'contoso', ada)
  await openReset(later, simulator)
  await press(later, later.getByRole('button', { name: 'Set the sign-in back' }))
  await chooseIfAsked(later, ada)
  await expect(later.getByText('it takes one more click')).toBeVisible()
  await press(later, later.getByRole('button', { name: 'Set the sign-in back' }))
  // Of Microsoft's own roles Ada has none yet.
  await expect(later.getByRole('alert')).toContainText('User Administrator')
  await expectReadable(later)
  await giveDirectoryRole(simulator, 'contoso', ada, userAdministrator)
  await press(later, later.getByRole('button', { name: 'Set the sign-in back' }))
  await chooseIfAsked(later, ada)
  await expect(later.getByText('it takes one more click')).toBeVisible()
  await press(later, later.getByRole('button', { name: 'Set the sign-in back' }))
  await expect(later.getByRole('status')).toContainText('is set back. Both addresses are told.')
  await expect(heading(later)).toBeFocused()
  await expect(later.getByText(`still ${omar}`)).toBeVisible()
  await expectReadable(later)
  // What Microsoft gave is kept nowhere in the browser.
  const kept = await later.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  )
  expect(kept).not.toContain('User-Mail.ReadWrite.All')
  await later.context().close()

  await expect
    .poll(async () => (await simulator.mails()).filter(({ to }) => to === newAddress).length)
    .toBe(1)
  await guest.context().close()
})

test('Sam, who vouches for Omar, sees it and stops it', async ({
  page,
  browser,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/403 .*\/v1\/me\/groups|401 .*\/reset/)
  await letSignInsBeFresh(simulator)
  await signIn(page, 'contoso', ada)
  await openReset(page, simulator)
  await reach(page, page.getByLabel('Your reason, the guest sees it'))
  await page.keyboard.type('His home account is gone.')
  await press(page, page.getByRole('button', { name: 'Ask Omar Haddad by mail' }))
  await chooseAccount(page, ada)
  await press(page, page.getByRole('button', { name: 'Ask Omar Haddad by mail' }))
  await expect(page.getByRole('status')).toContainText('is asked by mail')

  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', 'sam@contoso.com')
  const omarId = await findPersonId(simulator, 'contoso', omar)
  await office.goto(`/o/contoso/guests/${omarId}`)
  const card = office.getByRole('region', { name: 'Signing in' })
  await press(office, card.getByRole('link', { name: 'Look at it' }))
  await press(office, office.getByRole('button', { name: 'Stop it' }))
  await expect(office.getByRole('status')).toContainText('stays as it is')
  await expect(office.getByRole('button')).not.toContainText(['Ask Omar'])
  await office.context().close()
})

async function openReset(page: Page, simulator: SimulatorControl): Promise<void> {
  const omarId = await findPersonId(simulator, 'contoso', omar)
  await page.goto(`/o/contoso/guests/${omarId}/sign-in`)
  await expect(heading(page)).toHaveText('The sign-in of Omar Haddad')
}

async function linkFor(simulator: SimulatorControl, mail: string): Promise<string> {
  const find = async () =>
    (await simulator.mails())
      .filter(({ to }) => to === mail)
      .map(({ text }) => /\/reset\/[\w-]{43}/.exec(text)?.[0] ?? '')
      .find(Boolean) ?? ''
  await expect.poll(find).not.toBe('')
  return find()
}

/** Microsoft may know who it is. */
async function chooseIfAsked(page: Page, mail: string): Promise<void> {
  const choice = page.getByRole('listitem').getByRole('button', { name: mail })
  await expect(choice.or(page.getByText('it takes one more click'))).toBeVisible()
  if (await choice.isVisible()) await choice.click()
}
