import type { Locator, Page } from '@playwright/test'
import { letSignInsBeFresh, signInOnceMore } from '../world/departure.ts'
import { findGroupId, nameOwner, takeOutOfGroup } from '../world/directory.ts'
import { expectAccessible } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { signIn, openOffice } from '../world/visitor.ts'

const grace = 'grace@adatum.com'
const ada = 'ada@contoso.com'
const forum = 'Supplier Forum'

test.beforeEach(async ({ errors, simulator }) => {
  errors.expectError(/40[13] .*\/v1\/me\/(departure|groups)/)
  await simulator.choose({ resourceManager: 'silent' })
  await letSignInsBeFresh(simulator)
})

test('Grace proposes Noor, Ada sees it and has Noor named, and then nothing waits any more', async ({
  page,
  browser,
  simulator,
  baseURL,
}) => {
  await signIn(page, 'contoso', grace)
  await page.goto('/o/contoso/leave')
  const choice = page.getByLabel(`New owner of ${forum}`)
  await expect(choice.getByRole('option')).toHaveText([
    'I propose nobody',
    'Noor Rahman',
    'Sam Okafor',
  ])
  await choice.selectOption('Noor Rahman')
  await expectAccessible(page)
  // The sign-in takes the page away, and the choice stays.
  await leave(page)

  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', ada)
  const needs = office.getByRole('region', { name: 'Needs you' })
  await expect(needs).toContainText('One group has lost its only owner with a guest who left.')
  await expectAccessible(office)
  await needs.getByRole('link', { name: 'Groups without an owner' }).click()
  const card = office.getByRole('region', { name: forum })
  await expect(card).toContainText('Grace Adeyemi, a guest who left')
  await expect(card).toContainText('Noor Rahman')
  const id = await findGroupId(simulator, 'contoso', forum)
  await expect(card.getByRole('link', { name: 'Name an owner at Microsoft' })).toHaveAttribute(
    'href',
    new RegExp(`^https://entra\\.microsoft\\.com/.*/${id}$`),
  )
  await expectAccessible(office)
  const mail = async () =>
    (await simulator.mails()).find(({ to }) => to === 'sam@contoso.com')?.text ?? ''
  await expect
    .poll(mail)
    .toContain(`For ${forum} Grace Adeyemi proposes Noor Rahman as the new owner.`)

  await nameOwner(simulator, 'contoso', forum, 'noor@contoso.com')
  await office.reload()
  await expect(office.getByRole('heading', { name: 'No group waits for an owner' })).toBeVisible()
  await expectAccessible(office)
  await office.close()
})

test('Ada says, with the keyboard alone, that the group needs no owner, and why', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'contoso', grace)
  await leave(page)
  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', ada)
  await press(office, office.getByRole('link', { name: 'Groups without an owner' }))
  await expect(office.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(office.getByRole('region', { name: forum })).toContainText('Nobody')
  const waive = office.getByRole('button', { name: `It needs none: ${forum}` })
  await press(office, waive)
  const question = office.getByRole('alertdialog')
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await office.keyboard.press('Escape')
  await expect(waive).toBeFocused()
  await office.keyboard.press('Enter')
  await expectAccessible(office)
  await press(office, question.getByRole('button', { name: 'It needs none' }))
  await expect(question).toContainText('Say why, in a few words.')
  await expect(question.getByLabel('Why')).toBeFocused()
  await office.keyboard.type('It ends in spring.')
  await press(office, question.getByRole('button', { name: 'It needs none' }))
  await expect(office.getByRole('status')).toContainText(`${forum} needs no owner.`)
  await expect(office.getByRole('heading', { name: 'No group waits for an owner' })).toBeVisible()
  await office.close()
})

test('whoever was proposed leaves the group: Grace is told, and leaves without', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/409 .*\/v1\/me\/departure/)
  await signIn(page, 'contoso', grace)
  await page.goto('/o/contoso/leave')
  await page.getByLabel(`New owner of ${forum}`).selectOption('Noor Rahman')
  await page.getByRole('button', { name: 'Leave Contoso …' }).click()
  await takeOutOfGroup(simulator, 'contoso', forum, 'noor@contoso.com')
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('textbox').fill('Contoso')
  await dialog.getByRole('button', { name: 'Leave Contoso' }).click()
  await expect(dialog.getByRole('alert')).toContainText('cannot be one any more')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Stay' }).click()
  const choice = page.getByLabel(`New owner of ${forum}`)
  await expect(choice).toHaveValue('')
  await expect(choice.getByRole('option')).toHaveText(['I propose nobody', 'Sam Okafor'])
  await leave(page)
})

test('Noor is no operator: nothing leads her there, and the page says why', async ({
  page,
  errors,
}) => {
  errors.expectError(/403 .*\/v1\/organization\/ownerless-groups/)
  await signIn(page, 'contoso', 'noor@contoso.com')
  await expect(page.getByRole('region', { name: 'Needs you' })).toContainText('Nobody waits')
  await expect(page.getByRole('link', { name: 'Groups without an owner' })).toHaveCount(0)
  await page.goto('/o/contoso/ownerless-groups')
  await expect(page.getByRole('main')).toContainText('This page is for operators of Contoso.')
  await expectAccessible(page)
})

/** From the page of what ends to the receipt. */
async function leave(page: Page): Promise<void> {
  await page.goto('/o/contoso/leave/confirm')
  const button = 'Leave Contoso'
  await signInOnceMore(page, { organization: 'Contoso', button, mail: grace })
  await page.getByRole('alertdialog').getByRole('button', { name: button }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left Contoso')
}

/** Goes on with Tab to the control and presses it. */
async function press(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  for (let step = 0; step < 60; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(control).toBeFocused()
  await page.keyboard.press('Enter')
}
