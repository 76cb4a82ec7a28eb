import { heading } from '../world/guests.ts'
import { openInvitations, openInviting, sam } from '../world/invitation.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { openOffice, signIn } from '../world/visitor.ts'

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
})

test('Ada writes a template for auditors, and Sam’s form fills itself with what is his', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'contoso', 'ada@contoso.com')
  await openInvitations(page)
  await page.getByRole('link', { name: 'Templates' }).click()
  await expect(heading(page)).toHaveText('Templates for invitations')
  await expect(page.getByRole('main')).toContainText('There are no templates yet')
  await page.getByRole('link', { name: 'New template' }).click()
  await expect(heading(page)).toBeFocused()
  await page.getByRole('button', { name: 'Save the template' }).click()
  await expect(page.getByLabel(/^Name of the template/)).toBeFocused()
  await expect(page.getByRole('main')).toContainText('A number from 1 to 3650.')
  await expectReadable(page)
  await page.getByLabel(/^Name of the template/).fill('Auditor')
  await page.getByLabel(/^What for/).fill('Audit of the year')
  await page.getByLabel(/^Days of access/).fill('45')
  for (const name of ['Harbour Redevelopment', 'Tender 2026']) {
    const box = page.getByRole('checkbox', { name })
    await expect(async () => {
      await page.getByLabel(/^Look for a group/).fill('')
      await page.getByLabel(/^Look for a group/).fill(name)
      await expect(box).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await box.check()
  }
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await page.getByLabel('A personal message').fill('Welcome to the audit.')
  await page.getByRole('button', { name: 'Save the template' }).click()
  await expect(heading(page)).toHaveText('Templates for invitations')
  const card = page.getByRole('region', { name: 'Auditor' })
  await expect(card).toContainText('Harbour Redevelopment and Tender 2026')
  await expectReadable(page)

  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', sam)
  await openInviting(office, 'ida@litware.example')
  const template = office.getByLabel(/^Template/)
  await template.selectOption('Auditor')
  await expect(office.getByRole('main')).toContainText('Left out of it: Tender 2026')
  await expect(office.getByRole('textbox', { name: 'What for' })).toHaveValue('Audit of the year')
  await expect(office.getByRole('checkbox', { name: 'Harbour Redevelopment' })).toBeChecked()
  await expect(office.getByRole('checkbox', { name: 'Tender 2026' })).toHaveCount(0)
  await expect(office.getByRole('radio', { name: 'Deutsch' })).toBeChecked()
  await expect(office.getByLabel('A personal message')).toHaveValue('Welcome to the audit.')
  await expect(office.locator('[name=endsOn]')).toHaveValue(/^20\d\d-\d\d-\d\d$/)
  await office.getByRole('textbox', { name: 'What for' }).fill('Audit of the harbour')
  await expectReadable(office)

  await card.getByRole('link', { name: 'Change Auditor' }).click()
  await page.getByLabel(/^Name of the template/).fill('External auditor')
  await page.getByRole('button', { name: 'Save the template' }).click()
  await page.getByRole('button', { name: 'Remove External auditor' }).click()
  await expectReadable(page)
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByRole('status')).toContainText('External auditor is removed')
  // What Sam has typed by it is his.
  await expect(office.getByRole('textbox', { name: 'What for' })).toHaveValue(
    'Audit of the harbour',
  )
})
