import type { Browser, Locator, Page } from '@playwright/test'
import { findPersonId } from '../world/directory.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { openOffice, signIn } from '../world/visitor.ts'

const sam = 'sam@contoso.com'
const lena = 'lena@atelier-vogel.example'
const reason = 'The harbour drawings go on until spring.'

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
})

test('before there is a policy, nobody’s access has an end, and Sam is told why', async ({
  page,
}) => {
  await signIn(page, 'contoso', sam)
  await page.getByRole('link', { name: 'My guests' }).click()
  await expect(heading(page)).toHaveText('My guests')
  await expect(heading(page)).toBeFocused()
  await expect(page).toHaveTitle('My guests at Contoso · Foyer')
  await reloadUntil(page, rowOf(page, 'Lena Vogel'))
  await expect(page.getByRole('main')).toContainText(
    /\d+ people are at Contoso on your word\. Contoso has not decided yet how long/,
  )
  await expect(rowOf(page, 'Lena Vogel')).toContainText('No end is set')
  await expectReadable(page)

  await rowOf(page, 'Lena Vogel').getByRole('link').click()
  await expect(heading(page)).toHaveText('Lena Vogel')
  await expect(heading(page)).toBeFocused()
  const card = page.getByRole('region', { name: 'Nothing to decide here' })
  await expect(card).toContainText('Until an operator saves its lifecycle policy')
  await expect(page.getByRole('button', { name: /Extend|Still needed/ })).toHaveCount(0)
  await expectReadable(page)
})

test('Sam sees who needs him first, and finds a guest by name', async ({
  page,
  browser,
  baseURL,
}) => {
  await putPolicyInForce(browser, baseURL)
  await openGuests(page)
  await expect(page.getByRole('main')).toContainText(
    /\d+ people are at Contoso on your word\. \d+ need an answer, the first by \d+ \w+ \d{4}\./,
  )
  const rows = page.getByRole('row')
  const all = await rows.count()
  await expect(rows.nth(1)).toContainText(/Ends in \d+ days.*Invitation closes.*not accepted yet/)
  await expect(rowOf(page, 'Lena Vogel')).toContainText('Active')
  await expect(rowOf(page, 'Lena Vogel')).toContainText('Nobody has confirmed yet')

  await page.getByRole('radio', { name: /^Needs you \d+$/ }).check()
  await expect(rowOf(page, 'Lena Vogel')).toHaveCount(0)
  expect(await rows.count()).toBeLessThan(all)
  await page.reload()
  await expect(page.getByRole('radio', { name: /^Needs you/ })).toBeChecked()
  await expect(rowOf(page, 'Lena Vogel')).toHaveCount(0)

  await page.getByRole('radio', { name: /^All \d+$/ }).check()
  const search = page.getByRole('searchbox', { name: 'Name or address' })
  await search.fill('ATELIER lena')
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('status')).toContainText(`1 of ${all - 1} shown`)
  await search.fill('nobody at all')
  await expect(page.getByRole('main')).toContainText('Nobody here has this in their name')
  await search.fill('lena')
  await rowOf(page, 'Lena Vogel').getByRole('link').click()
  await expect(heading(page)).toHaveText('Lena Vogel')
  await page.goBack()
  await expect(search).toHaveValue('lena')
  await expect(rows).toHaveCount(2)
})

test('Sam extends Lena’s access: she reads until when, by whom and why', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  await putPolicyInForce(browser, baseURL)
  await openGuest(page, 'Lena Vogel')
  await expect(page.getByRole('main')).toContainText('Signs in with a code by e-mail')
  await expect(page.getByRole('list').filter({ hasText: 'Became a guest' })).toContainText(
    /24 November 2025.*Today.*days left.*Last day with access/,
  )
  await expect(page.getByRole('region', { name: 'What Lena Vogel can reach' })).toContainText(
    'Harbour RedevelopmentTeamIn it by name.',
  )
  await expect(page.getByRole('region', { name: 'Who vouches for Lena Vogel' })).toContainText(
    'Sam Okafor',
  )

  await page.getByRole('button', { name: 'Extend …' }).click()
  const question = page.getByRole('dialog', { name: 'Extend Lena Vogel' })
  const day = question.getByLabel('New end date')
  await expect(day).toBeFocused()
  const latest = (await day.getAttribute('max')) ?? ''
  await expect(question).toContainText(`Contoso allows until ${inWords(latest)}.`)
  await day.fill(latest)
  await question.getByLabel('Your reason, the guest sees it').fill(`  ${reason} `)
  await question.getByRole('button', { name: `Extend to ${inWords(latest)}` }).click()

  await expect(question).toHaveCount(0)
  await expect(page.getByRole('status')).toContainText(
    `Lena Vogel may stay until ${inWords(latest)}, and gets a mail with your reason.`,
  )
  await expect(page.getByRole('list').filter({ hasText: 'Became a guest' })).toContainText(
    inWords(latest),
  )
  await expect(page.getByRole('region', { name: 'What Lena Vogel can reach' })).toContainText(
    'Nothing was added since somebody confirmed',
  )
  // As long as it may: there is nothing more to extend today, and the page says so.
  await expect(page.getByRole('button', { name: 'Extend …' })).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('It cannot be extended now')
  await expect(heading(page)).toBeFocused()
  const mails = async () => (await simulator.mails()).filter(({ to }) => to === lena)
  await expect.poll(async () => (await mails()).length).toBe(1)
  const [mail] = await mails()
  expect(mail?.subject).toBe(`Your access to Contoso lasts until ${inWords(latest)}`)
  expect(mail?.text).toContain(`Sam Okafor has extended your access`)
  expect(mail?.text).toContain(`“${reason}”`)

  await page.getByRole('link', { name: 'My guests' }).click()
  await expect(rowOf(page, 'Lena Vogel')).toContainText('Set on')
  await expect(rowOf(page, 'Lena Vogel')).toContainText('No change')
})

test('a day that cannot be, and no reason, are said at their fields and not sent', async ({
  page,
  browser,
  baseURL,
}) => {
  await putPolicyInForce(browser, baseURL)
  await openGuest(page, 'Lena Vogel')
  let sent = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/extension')) sent += 1
  })
  await page.getByRole('button', { name: 'Extend …' }).click()
  const question = page.getByRole('dialog')
  const day = question.getByLabel('New end date')
  const why = question.getByLabel('Your reason, the guest sees it')
  const send = question.getByRole('button', { name: 'Extend', exact: true })
  await send.click()
  await expect(question).toContainText('Choose the new last day.')
  await expect(day).toBeFocused()
  const [earliest, latest] = await Promise.all([day.getAttribute('min'), day.getAttribute('max')])

  for (const [wrong, words] of [
    ['2020-02-29', 'This day is over.'],
    [shift(earliest, -1), `The access lasts until ${inWords(shift(earliest, -1))} already.`],
    [shift(latest, 1), `Contoso allows until ${inWords(latest ?? '')}. Choose an earlier day.`],
  ] as const) {
    await day.fill(wrong)
    await why.click()
    await expect(question).toContainText(words)
    await send.click()
    await expect(day).toBeFocused()
  }
  await day.fill(earliest ?? '')
  await why.fill('   ')
  await question.getByRole('button', { name: `Extend to ${inWords(earliest ?? '')}` }).click()
  await expect(question).toContainText('Say why, in a few words.')
  await expect(why).toBeFocused()
  expect(sent).toBe(0)
})

test('Sam says that Omar is still needed', async ({ page, browser, baseURL }) => {
  await putPolicyInForce(browser, baseURL)
  await openGuest(page, 'Omar Haddad')
  await page.getByRole('button', { name: 'Still needed' }).click()
  await expect(page.getByRole('status')).toContainText(
    /You have confirmed that Omar Haddad is still needed\. The access ends on \d+ \w+ \d{4}\./,
  )
  const use = page.getByRole('region', { name: 'Signs of use' })
  await expect(use).not.toContainText('Nobody has confirmed yet')
})

test('an answer that was lost says so, and the second try does no harm', async ({
  page,
  browser,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/ERR_FAILED .*\/extension/)
  await putPolicyInForce(browser, baseURL)
  await openGuest(page, 'Lena Vogel')
  await page.route(
    '**/v1/guests/*/extension',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Extend …' }).click()
  const question = page.getByRole('dialog')
  const day = question.getByLabel('New end date')
  const until = shift(await day.getAttribute('max'), -7)
  await day.fill(until)
  await question.getByLabel('Your reason, the guest sees it').fill(reason)
  await question.getByRole('button', { name: `Extend to ${inWords(until)}` }).click()
  await expect(question.getByRole('alert')).toContainText(
    'Whether it was changed could not be seen. To try again does no harm.',
  )
  await question.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('status')).toContainText(`may stay until ${inWords(until)}`)
  const mails = async () => (await simulator.mails()).filter(({ to }) => to === lena).length
  await expect.poll(mails).toBe(1)
})

test('the directory does not answer: nothing was changed, and Sam is told', async ({
  page,
  browser,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/50[0-9] .*\/v1\/guests\//)
  await putPolicyInForce(browser, baseURL)
  await openGuest(page, 'Lena Vogel')
  await simulator.fail({ path: '/v1.0/*', organization: 'contoso', status: 503 })
  await page.getByRole('button', { name: 'Still needed' }).click()
  const failure = page.getByRole('region', { name: /still needed at Contoso/ }).getByRole('alert')
  await expect(failure).toContainText('Nothing was changed.')
  await expect(page.getByRole('region', { name: 'Signs of use' })).toContainText(
    'Nobody has confirmed yet',
  )
  await simulator.heal()
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('status')).toContainText('You have confirmed that Lena Vogel')
})

test('Noor vouches for nobody: the page says so', async ({ page }) => {
  await signIn(page, 'contoso', 'noor@contoso.com')
  await page.getByRole('link', { name: 'My guests' }).click()
  await reloadUntil(page, page.getByRole('heading', { name: 'Nobody is here on your word' }))
  await expectReadable(page)
})

test('Grace is a guest herself: the pages are for those who vouch', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/40[34] .*\/v1\/guests/)
  await signIn(page, 'contoso', 'grace@adatum.com')
  await expect(page.getByRole('link', { name: 'My guests' })).toHaveCount(0)
  for (const path of ['', `/${await findPersonId(simulator, 'contoso', lena)}`]) {
    await page.goto(`/o/contoso/guests${path}`)
    await expect(page.getByRole('alert')).toContainText(
      'This page is for those who vouch for guests of Contoso.',
    )
  }
})

test('Ada, an operator, opens any guest’s page; Noor is told that she does not vouch', async ({
  page,
  browser,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/404 .*\/v1\/guests/)
  await putPolicyInForce(browser, baseURL)
  const path = `/o/contoso/guests/${await findPersonId(simulator, 'contoso', lena)}`
  await signIn(page, 'contoso', 'ada@contoso.com')
  await page.goto(path)
  const vouchers = page.getByRole('region', { name: 'Who vouches for Lena Vogel' })
  await reloadUntil(page, vouchers)
  await expect(vouchers).toContainText('You see them as an operator of Contoso.')
  await expect(page.getByRole('button', { name: 'Extend …' })).toBeVisible()

  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', 'noor@contoso.com')
  await office.goto(path)
  await expect(office.getByRole('alert')).toContainText('You do not vouch for this guest')
  await office.context().close()
})

test('Sam finds, opens and extends a guest with the keyboard alone', async ({
  page,
  browser,
  baseURL,
}) => {
  await putPolicyInForce(browser, baseURL)
  await openGuests(page)
  await reach(page, page.getByRole('radio', { name: /^All/ }))
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('radio', { name: /^Needs you/ })).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await reach(page, page.getByRole('searchbox'))
  await page.keyboard.type('lena')
  await expect(page.getByRole('row')).toHaveCount(2)
  await press(page, page.getByRole('link', { name: 'Lena Vogel' }))
  await expect(heading(page)).toBeFocused()

  const open = page.getByRole('button', { name: 'Extend …' })
  await press(page, open)
  const question = page.getByRole('dialog')
  await expect(question.getByLabel('New end date')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(open).toBeFocused()
  await page.keyboard.press('Enter')
  const latest = (await question.getByLabel('New end date').getAttribute('max')) ?? ''
  // Day, month, year, as the field of a British browser has them.
  await page.keyboard.type(shift(latest, -1).split('-').toReversed().join(''))
  await reach(page, question.getByLabel('Your reason, the guest sees it'))
  await page.keyboard.type(reason)
  await press(page, question.getByRole('button', { name: /^Extend to/ }))
  await expect(page.getByRole('status')).toContainText(
    `Lena Vogel may stay until ${inWords(shift(latest, -1))}`,
  )
  await expect(open).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, viewport] of [
    ['a phone', { width: 360, height: 740 }],
    ['a desk', { width: 1280, height: 900 }],
  ] as const) {
    test.describe(`in ${colorScheme}, on ${name}`, () => {
      test.use({ colorScheme, viewport })

      test('everybody can read the guests, one of them, and the question until when', async ({
        page,
        browser,
        baseURL,
      }) => {
        await putPolicyInForce(browser, baseURL)
        await openGuests(page)
        await expectReadable(page)
        await page.getByRole('searchbox').fill('lena')
        await rowOf(page, 'Lena Vogel').getByRole('link').click()
        await expect(heading(page)).toHaveText('Lena Vogel')
        await expectReadable(page)
        await page.getByRole('button', { name: 'Extend …' }).click()
        await page.getByRole('dialog').getByLabel('New end date').fill('2020-01-01')
        await page.getByRole('dialog').getByRole('button', { name: 'Extend', exact: true }).click()
        await expect(page.getByRole('dialog')).toContainText('This day is over.')
        await expectReadable(page)
      })
    })
  }
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name }) })

/** As Ada, who is an operator, saves a policy by which Sam may extend by four months. */
async function putPolicyInForce(browser: Browser, baseURL: string | undefined): Promise<void> {
  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', 'ada@contoso.com')
  await office.goto('/o/contoso/policy')
  await office.getByLabel('Days a new guest may stay').fill('60')
  await office.getByLabel('Days after which a sponsor confirms a guest again').fill('')
  await office.getByRole('button', { name: 'Save version 1' }).click()
  await expect(office.getByText('Version 1, by Ada Lindqvist')).toBeVisible()
  await office.context().close()
}

/** As Sam, once the directory has been read and the policy has told everybody their end. */
async function openGuests(page: Page): Promise<void> {
  await signIn(page, 'contoso', sam)
  await page.getByRole('link', { name: 'My guests' }).click()
  await reloadUntil(page, rowOf(page, 'Lena Vogel').filter({ hasText: /\d{4}/ }))
}

async function openGuest(page: Page, name: string): Promise<void> {
  await openGuests(page)
  await rowOf(page, name).getByRole('link').click()
  await expect(heading(page)).toHaveText(name)
  await expect(page.getByRole('button', { name: 'Still needed' })).toBeVisible()
}

/** The directory is read in the background: a page shows it once it is. */
async function reloadUntil(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    if (!(await wanted.isVisible())) await page.reload()
    await expect(wanted).toBeVisible({ timeout: 2_000 })
  }).toPass()
}

/** A calendar day so many days later. */
function shift(day: string | null, days: number): string {
  return new Date(Date.parse(day ?? '') + days * 86_400_000).toISOString().slice(0, 10)
}

function inWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  )
}

/** Goes on with Tab until the control has the focus. */
async function reach(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  for (let step = 0; step < 60; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(control).toBeFocused()
}

async function press(page: Page, control: Locator): Promise<void> {
  await reach(page, control)
  await page.keyboard.press('Enter')
}
