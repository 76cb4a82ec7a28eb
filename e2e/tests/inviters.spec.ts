import { heading } from '../world/guests.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

test.beforeEach(async ({ errors }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  errors.expectError(/409 .*\/v1\/organization\/inviters/)
  errors.expectError(/422 .*\/v1\/organization\/inviters/)
})

test('Ada lets Noor invite until a day and says why, and takes it back', async ({ page }) => {
  await signIn(page, 'contoso', 'ada@contoso.com')
  await page.getByRole('link', { name: 'Lifecycle policy' }).click()
  await page.getByRole('link', { name: 'Who may invite by your word' }).click()
  await expect(heading(page)).toHaveText('Who may invite by your word')
  await expect(page.getByRole('main')).toContainText('Nobody invites by your word')
  await page.getByRole('button', { name: 'Let somebody invite' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Let them invite' }).click()
  await expect(dialog.getByLabel(/^Mail address/)).toBeFocused()
  await expect(dialog).toContainText('Choose a day.')
  await expectReadable(page)

  await dialog.getByLabel(/^Mail address/).fill('grace@adatum.com')
  await dialog.getByLabel(/^May invite until/).fill('2027-03-31')
  await dialog.getByLabel(/^Why/).fill('She runs the tender')
  await dialog.getByRole('button', { name: 'Let them invite' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByLabel(/^Mail address/).fill('noor@contoso.com')
  await dialog.getByRole('button', { name: 'Let them invite' }).click()
  await expect(page.getByRole('status')).toContainText('noor@contoso.com may invite now')
  const card = page.getByRole('region', { name: 'Noor Rahman' })
  await expect(card).toContainText('31 March 2027')
  await expect(card).toContainText('She runs the tender')
  await expect(card).toContainText('Ada Lindqvist on')
  await expectReadable(page)

  await card.getByRole('button', { name: 'Take it back from Noor Rahman' }).click()
  await page.getByRole('button', { name: 'Take it back', exact: true }).last().click()
  await expect(page.getByRole('main')).toContainText('Nobody invites by your word')
})
