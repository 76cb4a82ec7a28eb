import type { Page } from '@playwright/test'
import { findPersonId } from '../world/directory.ts'
import {
  heading,
  inWords,
  lena,
  openGuest,
  putPolicyInForce,
  reloadUntil,
  shift,
} from '../world/guests.ts'
import { press, reach } from '../world/keys.ts'
import { expectReadable } from '../world/readable.ts'
import type { SimulatorControl } from '../world/simulator.ts'
import { expect, test } from '../world/test.ts'
import { openOffice, signIn } from '../world/visitor.ts'

const reason = 'The auditors come until then.'
const rules = { name: 'The rules for this guest' }

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors, baseURL, simulator }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  await putPolicyInForce(simulator, baseURL)
})

test('Ada excepts Lena from the rules and takes it back: Sam reads it, and the policy lists it', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  await openAsAda(page, simulator)
  const card = page.getByRole('region', rules)
  await expect(card).toContainText('What Contoso has decided for all guests holds for them.')
  const open = card.getByRole('button', { name: 'Make an exception …' })
  await press(page, open)
  const question = page.getByRole('dialog', { name: 'Except Lena Vogel from the rules' })
  const day = question.getByLabel('Last day of the exception')
  await expect(day).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(open).toBeFocused()
  await page.keyboard.press('Enter')
  const latest = (await day.getAttribute('max')) ?? ''
  await expect(question).toContainText(`Within a year: until ${inWords(latest)} at the latest.`)
  await day.fill(shift(latest, 1))
  await press(page, question.getByRole('button', { name: 'Make the exception' }))
  await expect(question).toContainText('Choose an earlier day.')
  const until = shift(latest, -90)
  await day.fill(until)
  await press(page, question.getByRole('button', { name: `Except until ${inWords(until)}` }))
  await expect(question).toContainText('Say why, in a few words.')
  await question.getByLabel('Your reason, the guest sees it').fill(reason)
  await press(page, question.getByRole('button', { name: `Except until ${inWords(until)}` }))
  await expect(page.getByRole('status')).toContainText(
    `Until ${inWords(until)} no rule ends the access of Lena Vogel earlier.`,
  )
  await expect(heading(page)).toBeFocused()
  await expect(card).toContainText(`Until ${inWords(until)} the rules of Contoso do not end this`)
  await expect(card).toContainText('Its last day holds all the same:')
  await expect(card).toContainText(/Ada Lindqvist decided it on .*The auditors come until then\./)

  const office = await openOffice(browser, baseURL)
  await openGuest(office, 'Lena Vogel')
  await expect(office.getByRole('region', rules)).toContainText('The auditors come until then.')
  await expect(office.getByRole('region', rules).getByRole('button')).toHaveCount(0)
  await office.context().close()

  await page.goto('/o/contoso/policy')
  const listed = page.getByRole('region', { name: 'Exceptions' })
  await expect(listed).toContainText(/Lena Vogel.*until .*Ada Lindqvist: The auditors come/)
  await listed.getByRole('link', { name: 'Lena Vogel' }).click()
  await card.getByRole('button', { name: 'End the exception' }).click()
  await expect(page.getByRole('status')).toContainText(
    /The rules hold for Lena Vogel again\. The access ends on \d+ \w+ \d{4}\./,
  )
  await expect(card).toContainText('What Contoso has decided for all guests holds for them.')
  await page.goto('/o/contoso/policy')
  await expect(listed).toContainText('The rules hold for every guest.')
})

test('Ada says that an access package decides Lena’s end: nothing is to be decided in Foyer until she takes it back', async ({
  page,
  simulator,
}) => {
  await openAsAda(page, simulator)
  const card = page.getByRole('region', rules)
  const open = card.getByRole('button', { name: 'Who decides the end …' })
  await press(page, open)
  const question = page.getByRole('dialog', { name: 'Who decides when the access of Lena' })
  await expect(question.getByRole('radio', { name: /^What the directory/ })).toBeChecked()
  await reach(page, question.getByRole('radio', { name: /^What the directory/ }))
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown')
  await expect(question.getByRole('radio', { name: 'An access package' })).toBeChecked()
  await press(page, question.getByRole('button', { name: 'Save who decides' }))
  await expect(page.getByRole('status')).toContainText('Who decides when the access of Lena Vogel')
  await expect(card).toContainText('has said that an access package decides their end')
  await expect(page.getByRole('region', { name: 'Nothing to decide here' })).toContainText(
    'Whoever manages the package can extend it in My Access.',
  )
  await open.click()
  await question.getByRole('radio', { name: /^What the directory/ }).check()
  await question.getByRole('button', { name: 'Save who decides' }).click()
  await expect(page.getByRole('button', { name: 'Extend …' })).toBeVisible()
  await expect(card).not.toContainText('access package')
})

test('everybody can read the exception, its questions and the list of all, in German too', async ({
  page,
  simulator,
}) => {
  await openAsAda(page, simulator)
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await page.getByRole('button', { name: 'Wer über das Ende entscheidet …' }).click()
  await expectReadable(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Ausnahme machen …' }).click()
  const question = page.getByRole('dialog', { name: 'Lena Vogel von den Regeln ausnehmen' })
  const day = question.getByLabel('Letzter Tag der Ausnahme')
  await day.fill((await day.getAttribute('max')) ?? '')
  await question.getByRole('button', { name: /^Bis zum .* ausnehmen$/ }).click()
  await expect(question).toContainText('Sagen Sie in ein paar Worten, warum.')
  await expectReadable(page)
  await question.getByLabel('Ihre Begründung, der Gast sieht sie').fill(reason.repeat(12))
  await question.getByRole('button', { name: /^Bis zum .* ausnehmen$/ }).click()
  await expect(page.getByRole('button', { name: 'Ausnahme beenden' })).toBeVisible()
  await expectReadable(page)
  await page.goto('/o/contoso/policy')
  await expect(page.getByRole('region', { name: 'Ausnahmen' })).toContainText('Lena Vogel')
  await expectReadable(page)
})

async function openAsAda(page: Page, simulator: SimulatorControl): Promise<void> {
  await signIn(page, 'contoso', 'ada@contoso.com')
  await page.goto(`/o/contoso/guests/${await findPersonId(simulator, 'contoso', lena)}`)
  await reloadUntil(page, page.getByRole('region', rules))
}
