import { findPersonId } from '../world/directory.ts'
import {
  findPlainDay,
  heading,
  inWords,
  lena,
  openGuests,
  putPolicyInForce,
  reloadUntil,
  rowOf,
  sam,
  toMyGuests,
} from '../world/guests.ts'
import { press, reach } from '../world/keys.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { openOffice, signIn } from '../world/visitor.ts'

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
})

test('before there is a policy, nobody’s access has an end, and Sam is told why', async ({
  page,
}) => {
  await signIn(page, 'contoso', sam)
  await toMyGuests(page)
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
  // Anywhere at Contoso, and never in Foyer.
  const use = page.getByRole('region', { name: 'Signs of use' })
  await reloadUntil(page, use.getByText('12 November 2026'))
  await expect(use).toContainText('Unknown')
  await expectReadable(page)
})

test('Sam sees who needs him first, and finds a guest by name', async ({
  page,
  baseURL,
  simulator,
}) => {
  await putPolicyInForce(simulator, baseURL)
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

test('Ines sees hers at Fabrikam, whose rules are its own, and not Emil, who came without her', async ({
  page,
  baseURL,
  simulator,
}) => {
  // What Contoso decides holds at Contoso.
  await putPolicyInForce(simulator, baseURL)
  await signIn(page, 'fabrikam', 'ines@fabrikam.com')
  await toMyGuests(page)
  await reloadUntil(page, rowOf(page, 'Pierre Marchand'))
  await expect(page.getByRole('main')).toContainText(
    '3 people are at Fabrikam on your word. Fabrikam has not decided yet how long',
  )
  await expect(rowOf(page, 'Mei Tanaka')).toContainText('No end is set')
  await expect(rowOf(page, 'Grace Adeyemi')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Emil')
})

test('Noor vouches for nobody: the page says so', async ({ page }) => {
  await signIn(page, 'contoso', 'noor@contoso.com')
  await toMyGuests(page)
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
  await putPolicyInForce(simulator, baseURL)
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
  baseURL,
  simulator,
}) => {
  await putPolicyInForce(simulator, baseURL)
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
  const until = await findPlainDay(question.getByLabel('New end date'))
  await page.keyboard.type(until.split('-').toReversed().join(''))
  await reach(page, question.getByLabel('Your reason, the guest sees it'))
  await page.keyboard.type('The harbour drawings go on until spring.')
  await press(page, question.getByRole('button', { name: /^Extend to/ }))
  await expect(page.getByRole('status')).toContainText(
    `Lena Vogel may stay until ${inWords(until)}`,
  )
  await expect(heading(page)).toBeFocused()
})

test('everybody can read the guests, one of them, and the question until when', async ({
  page,
  baseURL,
  simulator,
}) => {
  await putPolicyInForce(simulator, baseURL)
  await openGuests(page)
  await expectReadable(page)
  await page.getByRole('searchbox').fill('lena')
  await expect(page.getByRole('row')).toHaveCount(2)
  await expectReadable(page)
  await rowOf(page, 'Lena Vogel').getByRole('link').click()
  await expect(heading(page)).toHaveText('Lena Vogel')
  await expectReadable(page)
  await page.getByRole('button', { name: 'Extend …' }).click()
  await page.getByRole('dialog').getByLabel('New end date').fill('2020-01-01')
  await page.getByRole('dialog').getByRole('button', { name: 'Extend', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('This day is over.')
  await expectReadable(page)
})

test('Sam reads everywhere how many need him; Ada finds the rules there, and Noor neither', async ({
  page,
  browser,
  baseURL,
  errors,
  simulator,
}) => {
  errors.expectError(/403 .*\/v1\/policy/)
  await putPolicyInForce(simulator, baseURL)
  await signIn(page, 'contoso', sam)
  const places = page.getByRole('navigation', { name: 'Main places' })
  const own = places.getByRole('link', { name: /^My guests/ })
  const needs = page.getByRole('region', { name: 'Needs you' })
  await reloadUntil(page, needs.getByText(/^\d+ of your guests need an answer, the first by/))
  const needy = Number(
    /^\d+/.exec((await needs.getByText(/need an answer/).innerText()) ?? '')?.[0],
  )
  await expect(own).toHaveAccessibleName(`My guests (${needy} need you)`)
  await expect(needs.getByRole('link', { name: 'My guests' })).toBeVisible()
  await expect(places.getByRole('link', { name: 'Policy' })).toHaveCount(0)
  await expectReadable(page)
  await own.click()
  await expect(heading(page)).toHaveText('My guests')
  await expect(own).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('radio', { name: `Needs you ${needy}` })).toBeVisible()

  await page.goto('/')
  const card = page.getByRole('listitem').filter({ hasText: 'Contoso' })
  await expect(card).toContainText(/\d+ of your guests need an answer, the first by/)
  await expectReadable(page)
  await card.getByRole('link', { name: 'My guests' }).click()
  await expect(heading(page)).toHaveText('My guests')

  // Ada vouches for nobody and decides the rules; Noor does neither.
  for (const [mail, count] of [
    ['ada@contoso.com', 1],
    ['noor@contoso.com', 0],
  ] as const) {
    const office = await openOffice(browser, baseURL)
    await signIn(office, 'contoso', mail)
    await expect(office.getByRole('region', { name: 'Needs you' })).toContainText('Nobody waits')
    const there = office.getByRole('navigation', { name: 'Main places' })
    await expect(there.getByRole('link', { name: 'Policy' })).toHaveCount(count)
    await expect(there.getByRole('link', { name: /^My guests/ })).toHaveCount(0)
    await office.context().close()
  }
})
