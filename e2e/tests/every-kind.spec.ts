import type { Page } from '@playwright/test'
import { codeTo, letSignInsBeFresh, letTokensTell } from '../world/departure.ts'
import { groupNamesInGraph } from '../world/directory.ts'
import { addressInMail } from '../world/receipt.ts'
import type { SimulatorControl } from '../world/simulator.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, enterCode, signIn, openOffice } from '../world/visitor.ts'

// The ways out and back, for each kind of account; Grace, whose home is Entra, has specs of her own.

interface Guest {
  readonly name: string
  readonly mail: string
  readonly kind: string
  readonly slug: string
  readonly organization: string
  /** Who vouches for them. */
  readonly sponsor: string
}

const contoso = { slug: 'contoso', organization: 'Contoso', sponsor: 'sam@contoso.com' }
const fabrikam = { slug: 'fabrikam', organization: 'Fabrikam', sponsor: 'ines@fabrikam.com' }
const guests: readonly Guest[] = [
  { name: 'Omar Haddad', mail: 'omar@outlook.example', kind: 'a personal account', ...contoso },
  { name: 'Lena Vogel', mail: 'lena@atelier-vogel.example', kind: 'a code by mail', ...contoso },
  { name: 'Mei Tanaka', mail: 'mei@gmail.example', kind: 'a Google account', ...fabrikam },
  { name: 'Pierre Marchand', mail: 'pierre@marchand.example', kind: 'SAML', ...fabrikam },
]
const hourMs = 60 * 60_000
const dayMs = 24 * hourMs

test.beforeEach(async ({ errors, simulator }) => {
  // What asks for one more sign-in, or for a code.
  errors.expectError(/40[13] .*\/v1\/me\/departure/)
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  await simulator.choose({ restoreBrings: 'everything', resourceManager: 'silent' })
})

for (const [place, guest] of guests.entries()) {
  const { name, mail, kind, slug, organization } = guest

  test.describe(`${name}, with ${kind}`, () => {
    test('leaves after one more sign-in, and comes back from the mail', async ({
      page,
      simulator,
    }) => {
      await letSignInsBeFresh(simulator)
      const { groups } = await groupNamesInGraph(simulator, slug, mail)
      await enter(page, simulator, guest)
      await confirm(page, guest)
      await choose(page, simulator, guest)
      await leave(page, guest)
      await expect(heading(page)).toHaveText(`You have left ${organization}`)
      await expect(page.getByRole('main')).toContainText('By a new sign-in just for this')

      await page.goto(await addressInMail(simulator, mail, `You have left ${organization}`))
      await page.getByRole('button', { name: `Come back to ${organization}` }).click()
      await addressInMail(simulator, mail, `You are a guest at ${organization} again`)
      const now = await groupNamesInGraph(simulator, slug, mail)
      expect(now.user).toBe(name)
      expect(now.groups.toSorted()).toEqual(groups.toSorted())
    })

    test('leaves by a code, asks to come back, and is brought back', async ({
      page,
      browser,
      simulator,
      baseURL,
    }) => {
      await letTokensTell(simulator, 'absent')
      await enter(page, simulator, guest)
      await confirm(page, guest)
      await page.getByRole('button', { name: 'Send me a code' }).click()
      await page.getByRole('textbox', { name: 'Code' }).fill(await codeTo(simulator, mail))
      await leave(page, guest)
      await expect(heading(page)).toHaveText(`You are leaving ${organization}`)
      await simulator.advance(25 * hourMs)
      await page.goto(await addressInMail(simulator, mail, `You have left ${organization}`))
      await expect(page.getByRole('main')).toContainText('By a code that was sent to the address')

      await simulator.advance(3 * dayMs)
      await page.reload()
      await page.getByRole('button', { name: 'Ask to come back' }).click()
      const office = await openOffice(browser, baseURL)
      await signIn(office, slug, guest.sponsor)
      await office.goto(`/o/${slug}/left-guests`)
      await office.getByRole('button', { name: `Bring ${name} back` }).click()
      await addressInMail(simulator, mail, `You are a guest at ${organization} again`)
      expect((await groupNamesInGraph(simulator, slug, mail)).user).toBe(name)
      await office.close()
    })

    test('asks without a sign-in, is answered, and has a receipt', async ({
      page,
      browser,
      simulator,
      baseURL,
    }) => {
      await page.goto(`/o/${slug}/exit`)
      await page.getByLabel('The address at which you were invited').fill(mail)
      await page.getByRole('button', { name: 'Send me a code' }).click()
      await page.getByRole('textbox', { name: 'Code' }).fill(await codeTo(simulator, mail))
      await page.getByRole('button', { name: 'Ask to end my access' }).click()
      await page.waitForURL(/\/exit-status\//)
      const status = page.url()
      // A portal does a day's work once, and has had those of the guests before.
      await simulator.advance((16 + place) * dayMs)
      await expectHeading(page, status, `${organization} owes you an answer`)

      const office = await openOffice(browser, baseURL)
      await signIn(office, slug, guest.sponsor)
      await office.goto(`/o/${slug}/exit-requests`)
      await office.getByRole('button', { name: `End the access of ${name}` }).click()
      await office.getByRole('alertdialog').getByRole('button', { name: 'End the access' }).click()
      await expect(office.getByRole('status')).toContainText('is blocked from now on')
      await office.close()

      await simulator.advance(8 * dayMs)
      await expectHeading(page, status, `Your access at ${organization} has ended`)
      expect((await groupNamesInGraph(simulator, slug, mail)).user).toBeUndefined()
      await expect.poll(async () => newestMailTo(simulator, mail)).toContain('/receipts/')
    })
  })
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The day's work is done at some time of it. */
async function expectHeading(page: Page, address: string, text: string): Promise<void> {
  await expect(async () => {
    await page.goto(address)
    await expect(heading(page)).toHaveText(text, { timeout: 1_000 })
  }).toPass()
}

/** Chooses the account on Microsoft's page, and types the code where the account is nothing else. */
async function choose(
  page: Page,
  simulator: SimulatorControl,
  { mail, kind }: Guest,
): Promise<void> {
  await chooseAccount(page, mail)
  if (kind === 'a code by mail') await enterCode(page, simulator, mail)
}

async function enter(page: Page, simulator: SimulatorControl, guest: Guest): Promise<void> {
  await page.goto(`/o/${guest.slug}`)
  await page.getByRole('button', { name: /^Sign in at/ }).click()
  await choose(page, simulator, guest)
  await expect(page.getByRole('region', { name: 'Who you are here' })).toContainText(guest.mail)
}

/** Types the organization's name into the question, and clicks for the first time. */
async function confirm(page: Page, guest: Guest): Promise<void> {
  await page.goto(`/o/${guest.slug}/leave/confirm`)
  await page.getByRole('alertdialog').getByRole('textbox').fill(guest.organization)
  await leave(page, guest)
}

async function leave(page: Page, { organization }: Guest): Promise<void> {
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: `Leave ${organization}`, exact: true })
    .click()
}

async function newestMailTo(simulator: SimulatorControl, mail: string): Promise<string> {
  return (await simulator.mails()).find(({ to }) => to === mail)?.text ?? ''
}
