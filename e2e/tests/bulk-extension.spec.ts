import { readFile } from 'node:fs/promises'
import { findGroupId, findPersonId, giveRole } from '../world/directory.ts'
import {
  findPlainDay,
  heading,
  inWords,
  lena,
  openGuests,
  putPolicyInForce,
  rowOf,
  sam,
  shift,
  toMyGuests,
} from '../world/guests.ts'
import { press, reach } from '../world/keys.ts'
import { expectReadable } from '../world/readable.ts'
import type { SimulatorControl } from '../world/simulator.ts'
import { expect, test } from '../world/test.ts'
import { openOffice, signIn } from '../world/visitor.ts'

const grace = 'grace@adatum.com'
const omar = 'omar@outlook.example'
const reason = 'The harbour drawings go on until spring.'

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors, baseURL, simulator }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  await putPolicyInForce(simulator, baseURL)
})

test('Sam extends several by one word: who is left out, who fails and why, stopped, over a reload, as a file', async ({
  page,
  simulator,
}) => {
  const ids = await findGuests(simulator)
  await openGuests(page)
  // Grace is confirmed, and gets a group of which Foyer has not read yet.
  await rowOf(page, 'Grace Adeyemi').getByRole('link').click()
  await page.getByRole('button', { name: 'Still needed' }).click()
  await expect(page.getByRole('status')).toContainText('You have confirmed')
  const quality = await findGroupId(simulator, 'contoso', 'Supplier Quality')
  await simulator.administer('contoso', 'POST', `/v1.0/groups/${quality}/members/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${ids.grace}`,
  })
  await toMyGuests(page)

  for (const name of ['Grace Adeyemi', 'Lena Vogel', 'Omar Haddad', 'Priya Raman', 'Rania Dahl']) {
    await rowOf(page, name)
      .getByRole('checkbox', { name: `Choose ${name}` })
      .check()
  }
  await expect(page.getByRole('status')).toContainText('5 guests are chosen')
  await page.getByRole('button', { name: 'Extend 5 guests …' }).click()
  const question = page.getByRole('dialog', { name: 'Extend 5 guests' })
  const day = question.getByLabel('New end date')
  await expect(day).toBeFocused()
  const latest = (await day.getAttribute('max')) ?? ''
  await day.fill(shift(latest, 1))
  await question.getByRole('button', { name: 'Extend', exact: true }).press('Enter')
  await expect(question).toContainText(`Contoso allows until ${inWords(latest)}.`)
  await day.fill(latest)
  await question.getByLabel('Your reason, the guests see it').fill(reason)
  await expect(question.getByRole('heading', { name: '5 will be extended' })).toBeVisible()
  await expect(question.getByRole('listitem').filter({ hasText: 'Lena Vogel' })).toContainText(
    /until now.*\d{4}.*then.*\d{4}/,
  )
  await day.fill((await day.getAttribute('min')) ?? '')
  await expect(question.getByRole('heading', { name: '5 are left out' })).toBeVisible()
  await expect(question.getByRole('heading', { name: 'Nobody will be extended' })).toBeVisible()
  await expect(question.getByRole('listitem').filter({ hasText: 'Lena Vogel' })).toContainText(
    'The access lasts until this day already, or longer.',
  )
  await expect(question.getByRole('link', { name: 'Look at Lena Vogel' })).toBeVisible()
  await expect(question.getByRole('button', { name: /^Extend/ })).toHaveCount(0)
  await day.fill(latest)

  // Between the look and the word: Omar is given a role, Priya another sponsor, Lena no answer.
  await giveRole(simulator, 'contoso', omar)
  const samId = await findPersonId(simulator, 'contoso', sam)
  await simulator.administer('contoso', 'DELETE', `/v1.0/users/${ids.priya}/sponsors/${samId}/$ref`)
  await simulator.fail({ path: `/v1.0/users/${ids.lena}*`, status: 503 })
  await question.getByRole('button', { name: 'Extend 5 guests' }).click()

  await expect(heading(page)).toBeFocused()
  const address = page.url()
  expect(address).toContain('/o/contoso/guests/extended/')
  const item = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await expect(item('Grace Adeyemi')).toContainText('Reaches more than when somebody confirmed')
  await expect(item('Rania Dahl')).toContainText(`Now until ${inWords(latest)}.`)
  await expect(item('Omar Haddad')).toContainText('The account holds an administrator role')
  await expect(item('One of those chosen')).toContainText('You do not vouch for them at Contoso')
  await expect(item('Lena Vogel')).toContainText('Waiting')
  await page.reload()
  await expect(heading(page)).toHaveText('Extending 4 guests')
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0.75')

  await page.getByRole('button', { name: 'Stop after the current guest' }).click()
  await expect(heading(page)).toHaveText('Stopped, one guest is extended')
  await expect(page.getByRole('status')).toContainText('Stopped, one guest is extended')
  await expect(item('Lena Vogel')).toContainText('Not extended: you stopped it before.')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Result as CSV' }).click()
  const file = await saving
  expect(file.suggestedFilename()).toBe(`foyer-contoso-${latest}.csv`)
  const rows = (await readFile(await file.path(), 'utf8')).split('\r\n')
  expect(rows[0]).toBe('\u{FEFF}"Guest","Object ID","Outcome","Until","Because"')
  expect(rows).toContain(`"Rania Dahl","${ids.rania}","Extended","${latest}","${reason}"`)
  expect(rows).toContain(`"Lena Vogel","${ids.lena}","Stopped before","",""`)
  expect(rows.find((row) => row.includes('Grace Adeyemi'))).toMatch(
    /"Left out","","Reaches more than when somebody confirmed them/,
  )
  expect(rows).toHaveLength(7)

  // The directory answers again.
  await simulator.heal()
  await page.getByRole('button', { name: 'Try again with this one …' }).click()
  await expect(page.getByRole('dialog', { name: 'Extend one guest' })).toBeVisible()
  await page.getByLabel('New end date').fill(latest)
  await page.getByLabel('Your reason, the guests see it').fill(reason)
  await page.getByRole('button', { name: 'Extend one guest', exact: true }).click()
  await expect(heading(page)).toHaveText('One guest is extended')
  await expect(item('Lena Vogel')).toContainText(`Now until ${inWords(latest)}.`)
  await page.goBack()
  await expect(page).toHaveURL(address)
})

test('Sam settles twenty guests with the keyboard alone, and Noor sees nothing of it', async ({
  page,
  browser,
  baseURL,
  errors,
}) => {
  await openGuests(page)
  await reach(page, page.getByRole('checkbox', { name: 'Choose all that are shown' }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('status')).toContainText(/\d\d+ guests are chosen/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Extend/ })).toHaveCount(0)
  const boxes = page.getByRole('checkbox', { name: /^Choose (?!all)/ })
  await reach(page, boxes.first())
  await page.keyboard.press('Space')
  for (let step = 0; step < 19; step += 1) await page.keyboard.press('ArrowDown')
  await expect(boxes.nth(19)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(boxes.nth(18)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+Space')
  await expect(page.getByRole('status')).toContainText('20 guests are chosen')
  await page.getByRole('checkbox', { name: 'Choose all that are shown' }).focus()
  await page.keyboard.press('Tab')
  await expect(
    page.getByRole('button', { name: 'Skip to what can be done with them' }),
  ).toBeFocused()
  await page.keyboard.press('Enter')
  const open = page.getByRole('button', { name: 'Extend 20 guests …' })
  await expect(open).toBeFocused()
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Extend 20 guests' })
  await expect(question.getByLabel('New end date')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(open).toBeFocused()
  await page.keyboard.press('Enter')
  const until = await findPlainDay(question.getByLabel('New end date'))
  await page.keyboard.type(until.split('-').toReversed().join(''))
  await expect(question.getByRole('heading', { name: '20 will be extended' })).toBeVisible()
  await reach(page, question.getByLabel('Your reason, the guests see it'))
  await page.keyboard.type(reason)
  await press(page, question.getByRole('button', { name: 'Extend 20 guests' }))
  await expect(heading(page)).toHaveText('20 guests are extended', { timeout: 15_000 })

  errors.expectError(/404 .*\/v1\/guests\/bulk-extension/)
  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', 'noor@contoso.com')
  await office.goto(page.url())
  await expect(office.getByRole('alert')).toContainText('You have extended nobody at Contoso by')
  await office.context().close()
})

test('everybody can read who is chosen, who is extended and how it goes, in German too', async ({
  page,
  simulator,
}) => {
  const ids = await findGuests(simulator)
  await openGuests(page)
  await page.getByRole('searchbox').fill('ra')
  await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check()
  await expectReadable(page)
  await simulator.fail({ path: `/v1.0/users/${ids.rania}*`, status: 503 })
  await giveRole(simulator, 'contoso', omar)
  await rowOf(page, 'Rania Dahl').getByRole('checkbox').waitFor()
  await page.getByRole('searchbox').fill('omar')
  await rowOf(page, 'Omar Haddad').getByRole('checkbox').check()
  await page.getByRole('button', { name: /^Extend \d+ guests …/ }).click()
  const question = page.getByRole('dialog')
  await expectReadable(page)
  await question
    .getByLabel('New end date')
    .fill(await findPlainDay(question.getByLabel('New end date')))
  await question.getByLabel('Your reason, the guests see it').fill(reason.repeat(8))
  await expect(question.getByRole('heading', { name: /will be extended/ })).toBeVisible()
  await expectReadable(page)
  await question.getByRole('button', { name: /^Extend \d+ guests/ }).click()
  await expect(page.getByRole('listitem').first()).toContainText('administrator role')
  await expectReadable(page)
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await expect(heading(page)).toHaveText(/^\d+ Gäste werden verlängert$/)
  await expect(page.getByRole('button', { name: 'Ergebnis als CSV' })).toBeVisible()
  await expectReadable(page)
})

async function findGuests(simulator: SimulatorControl) {
  const idOf = async (mail: string) => findPersonId(simulator, 'contoso', mail)
  return {
    grace: await idOf(grace),
    lena: await idOf(lena),
    priya: await idOf('priya@tailspin.com'),
    rania: await idOf('rania.dahl36@lucernepublishing.example'),
  }
}
