import type { Page } from '@playwright/test'
import { groupNamesInGraph } from '../world/directory.ts'
import type { SimulatorControl } from '../world/simulator.ts'
import { expectAccessible } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { signIn, openOffice } from '../world/visitor.ts'

const grace = 'grace@adatum.com'
const lena = 'lena@atelier-vogel.example'
const omar = 'omar@outlook.example'
const pierre = 'pierre@marchand.example'
const sam = 'sam@contoso.com'
const dayMs = 24 * 60 * 60_000

test.beforeEach(async ({ errors, simulator }) => {
  errors.expectError(/403 .*\/v1\/me\/groups/)
  await simulator.choose({ resourceManager: 'silent' })
})

test('Grace may not leave Woodgrove Bank by herself: she asks with a code, and says at her page that it was her', async ({
  page,
  simulator,
}) => {
  await page.goto('/o/woodgrove-bank/exit')
  await fileRequest(page, simulator, grace, 'I work elsewhere now.')
  await expect(heading(page)).toHaveText('Your request waits')
  await expectAccessible(page)
  const status = page.url()
  await expect(page.getByRole('main')).not.toContainText(/Grace|elsewhere/)
  expect((await mailTo(simulator, 'privacy@woodgrovebank.com')).text).toContain('/exit-requests')

  await signIn(page, 'woodgrove-bank', grace)
  const card = page.getByRole('region', { name: 'Somebody asked to end your access here' })
  await card.getByRole('button', { name: 'Yes, that was me' }).click()
  await expect(page.getByRole('status').getByText('is asked now to end your access')).toBeVisible()
  await expect(card.getByRole('button', { name: 'I take it back' })).toBeVisible()
  await page.goto(status)
  await expect(heading(page)).toHaveText('Woodgrove Bank owes you an answer')
})

test('Lena cannot sign in any more: nobody objects, Sam ends her access, and a receipt comes', async ({
  page,
  browser,
  simulator,
  baseURL,
}) => {
  await page.goto('/o/contoso/exit')
  await fileRequest(page, simulator, lena)
  const status = page.url()
  await simulator.advance(15 * dayMs)
  await expectHeading(page, 'Contoso owes you an answer')

  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', sam)
  await office
    .getByRole('region', { name: 'Needs you' })
    .getByRole('link', { name: /asks? to leave/ })
    .first()
    .click()
  // Not one that was answered before.
  const request = office.getByRole('region', { name: /^Lena Vogel .*Asks to leave$/ })
  await expect(request).toContainText(`Somebody who reads ${lena}`)
  await expectAccessible(office)
  await request.getByRole('button', { name: 'End the access of Lena Vogel' }).click()
  const question = office.getByRole('alertdialog')
  await expect(question).toContainText('Within about 90 minutes')
  await question.getByRole('button', { name: 'End the access' }).click()
  await expect(office.getByRole('status')).toContainText('is blocked from now on')
  await expect
    .poll(async () => (await mailTo(simulator, lena)).subject)
    .toBe('Contoso ends your access')
  await office.close()

  await page.goto(status)
  await expect(heading(page)).toHaveText('Contoso is ending your access')
  await simulator.advance(8 * dayMs)
  await expectHeading(page, 'Your access at Contoso has ended')
  await expect.poll(async () => (await mailTo(simulator, lena)).text).toContain('/receipts/')
  const receipt = /http\S+\/receipts\/\S+/.exec((await mailTo(simulator, lena)).text)?.[0] ?? ''
  await page.goto(receipt)
  await expect(heading(page)).toHaveText('You have left Contoso')
  await expect(page.getByRole('main')).toContainText('code')
  const { user } = await groupNamesInGraph(simulator, 'contoso', lena)
  expect(user).toBeUndefined()
})

test('Omar did not ask: he opens the mail, which does nothing, and then closes the code', async ({
  page,
  browser,
  simulator,
  errors,
  baseURL,
}) => {
  errors.expectError(/410 .*\/v1\/exit-codes/)
  await page.goto('/o/contoso/exit')
  const code = await askForCode(page, simulator, omar)
  const link = /http\S+\/not-me\/\S+/.exec((await mailTo(simulator, omar)).text)?.[0] ?? ''
  const home = await openOffice(browser, baseURL)
  await home.goto(link)
  await expect(heading(home)).toHaveText('Was it not you?')
  await expectAccessible(home)
  await home.getByRole('button', { name: 'It was not me' }).click()
  await expect(heading(home)).toHaveText('The code has ended')
  await home.reload()
  await expect(heading(home)).toHaveText('Nothing is left to stop here')

  await page.getByRole('textbox', { name: 'Code' }).fill(code)
  await page.getByRole('button', { name: 'Ask to end my access' }).click()
  await expect(page.getByRole('main')).toContainText('does not count any more')
})

test('Pierre is blocked at Woodgrove Bank, and finds the way out without a sign-in', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/403 .*\/v1\/exit-codes/)
  await page.goto('/o/woodgrove-bank')
  await page.getByRole('link', { name: 'End my access without signing in' }).click()
  await expect(heading(page)).toHaveText('Ask Woodgrove Bank to end your access')
  await expectAccessible(page)
  const code = await askForCode(page, simulator, pierre)
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Code' }).fill(code === '123456' ? '654321' : '123456')
  await page.getByRole('button', { name: 'Ask to end my access' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('textbox', { name: 'Code' }).fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await page.getByRole('button', { name: 'Ask to end my access' }).click()
  await expect(heading(page)).toHaveText('Your request waits')
})

test('whoever is no guest there is told the same, and gets nothing', async ({
  page,
  simulator,
}) => {
  await page.goto('/o/contoso/exit')
  await page.getByLabel('The address at which you were invited').fill('nobody@nowhere.example')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByText('If nobody@nowhere.example belongs to a guest')).toBeVisible()
  expect((await simulator.mails()).filter(({ to }) => to.startsWith('nobody'))).toEqual([])
})

test('Sam refuses with a reason, which Grace reads in her mail and nobody at the address', async ({
  page,
  browser,
  simulator,
  baseURL,
}) => {
  await page.goto('/o/contoso/exit')
  await fileRequest(page, simulator, grace)
  const status = page.url()
  await signIn(page, 'contoso', grace)
  await page.getByRole('button', { name: 'Yes, that was me' }).click()
  await expect(page.getByRole('button', { name: 'I take it back' })).toBeVisible()

  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', sam)
  await office.goto('/o/contoso/exit-requests')
  const request = office.getByRole('region', { name: 'Grace Adeyemi' })
  await request.getByRole('button', { name: 'Refuse: Grace Adeyemi' }).click()
  const question = office.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Refuse, and send the reason' }).click()
  await expect(question).toContainText('Say why, in a few words.')
  await question.getByLabel('Why').fill('You sign the drawings until May.')
  await question.getByRole('button', { name: 'Refuse, and send the reason' }).click()
  await expect(request).toContainText('said no on')

  await expect
    .poll(async () => (await mailTo(simulator, grace)).text)
    .toContain('You sign the drawings until May.')
  await page.goto(status)
  await expect(heading(page)).toHaveText('Contoso does not end your access')
  await expect(page.getByRole('main')).not.toContainText('drawings')
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The day's work is done at some time of it. */
async function expectHeading(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(heading(page)).toHaveText(text, { timeout: 1_000 })
  }).toPass()
}

async function mailTo(simulator: SimulatorControl, address: string) {
  const newest = async () => (await simulator.mails()).find(({ to }) => to === address)
  await expect.poll(newest).toBeDefined()
  return (await newest()) ?? { to: address, subject: '', text: '' }
}

/** @returns the digits of the mail. */
async function askForCode(page: Page, simulator: SimulatorControl, mail: string): Promise<string> {
  await page.getByLabel('The address at which you were invited').fill(mail)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByText(`If ${mail} belongs to a guest`)).toBeVisible()
  const { text } = await mailTo(simulator, mail)
  return /\b\d{6}\b/.exec(text)?.[0] ?? ''
}

async function fileRequest(
  page: Page,
  simulator: SimulatorControl,
  mail: string,
  reason?: string,
): Promise<void> {
  const code = await askForCode(page, simulator, mail)
  await page.getByRole('textbox', { name: 'Code' }).fill(code)
  if (reason) await page.getByLabel(/^Why you want/).fill(reason)
  await page.getByRole('button', { name: 'Ask to end my access' }).click()
  await page.waitForURL(/\/exit-status\//)
}
