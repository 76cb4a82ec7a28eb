import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { heading } from '../world/guests.ts'
import { openInvitations } from '../world/invitation.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { openOffice, signIn } from '../world/visitor.ts'

const ada = 'ada@contoso.com'

test.beforeEach(async ({ errors, simulator }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  await simulator.heal()
})

async function choose(page: Page, rows: readonly string[], head = 'address,name,purpose,end date') {
  await page.getByLabel('CSV file').setInputFiles({
    name: 'guests.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\u{FEFF}${[head, ...rows].join('\r\n')}`),
  })
}

async function openPage(page: Page, mail: string): Promise<void> {
  await signIn(page, 'contoso', mail)
  await page.goto('/o/contoso/invitations/file')
}

const rowOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: name }).first()

test('Ada sees what each row would do, sends it, and keeps what became of it', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'contoso', ada)
  await openInvitations(page)
  await page.getByRole('link', { name: 'Invite many by a file' }).click()
  await expect(heading(page)).toHaveText('Invite many by a file')
  await expectReadable(page)
  const some = String(Date.now())
  await choose(page, [
    `wanda${some}@litware.example,Wanda Quill,Winter tender,2027-01-31`,
    `WANDA${some}@litware.example,Wanda Twice,Winter tender,2027-01-31`,
    'grace@contoso.com,Own Domain,Winter tender,2027-01-31',
    `late${some}@litware.example,Past Day,Winter tender,3/31/2027`,
    '=cmd|calc,@Formula,Winter tender,2027-01-31',
  ])
  const check = page.getByRole('region', { name: 'One person would be invited' })
  await expect(check).toContainText('4 rows are left out.')
  await expect(rowOf(page, 'Wanda Twice')).toContainText(
    'Line 3: Will fail. A row above has the same address.',
  )
  await expect(rowOf(page, 'Own Domain')).toContainText('of the organization’s own')
  await expect(rowOf(page, 'Past Day')).toContainText('Write it as 2027-03-31 or 31.03.2027.')
  await expect(rowOf(page, 'Wanda Quill')).toContainText('Access until 31 January 2027.')
  await expectReadable(page)
  expect((await simulator.mails()).filter(({ to }) => to.startsWith('wanda'))).toEqual([])

  await page.getByRole('button', { name: 'Invite one person' }).click()
  await expect(heading(page)).toHaveText('One person is invited', { timeout: 15_000 })
  await expect(heading(page)).toBeFocused()
  const address = page.url()
  await page.reload()
  await expect(heading(page)).toHaveText('One person is invited')
  await expect(page.getByRole('listitem').first()).toContainText('Left out')
  await expect(page.getByText('1 of 1 invited')).toBeVisible()
  await expectReadable(page)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Result as CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
  expect(lines[1]).toBe(`"2","wanda${some}@litware.example","Wanda Quill","Invited",""`)
  expect(lines[5]).toMatch(/^"6","'=cmd\|calc","'@Formula","Left out","/)
  await expect
    .poll(async () =>
      (await simulator.mails()).some(({ to }) => to === `wanda${some}@litware.example`),
    )
    .toBe(true)

  await page.getByRole('link', { name: 'Invite many by a file' }).click()
  await page.getByRole('link', { name: 'One person is invited' }).first().click()
  await expect(page).toHaveURL(address)
})

test('a file that cannot be read says in which line and why; nobody else may choose one', async ({
  page,
  browser,
  baseURL,
  errors,
}) => {
  await openPage(page, ada)
  await choose(page, ['nora@litware.example,"Nora'])
  await expect(page.getByRole('alert')).toContainText('The quotes that begin in line 2 do not end')
  await choose(page, ['a,b'], 'address,grups')
  await expect(page.getByRole('alert')).toContainText('Nobody knows the column “grups”.')
  await page.getByLabel('CSV file').setInputFiles({
    name: 'guests.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('address,name\nm\u{FC}ller', 'latin1'),
  })
  await expect(page.getByRole('alert')).toContainText('Line 2 is not written in UTF-8.')
  await expectReadable(page)

  errors.expectError(/403 .*\/v1\/invitations\/files/)
  await page.getByLabel('CSV file').setInputFiles({
    name: 'guests.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(''),
  })
  await expect(page.getByRole('alert')).toContainText('no row below the head')
  const office = await openOffice(browser, baseURL)
  await openPage(office, 'sam@contoso.com')
  await expect(office.getByText('operators').first()).toBeVisible()
  await expect(office.getByLabel('CSV file')).toHaveCount(0)
})

test('what would do something else by now is not sent before Ada has looked again', async ({
  page,
  browser,
  baseURL,
  errors,
}) => {
  errors.expectError(/409 .*\/v1\/invitations\/files/)
  const row = `shared${Date.now()}@litware.example,Shared Row,Winter tender,2027-01-31`
  await openPage(page, ada)
  await choose(page, [row])
  const invite = page.getByRole('button', { name: 'Invite one person' })
  await expect(invite).toBeVisible()
  const office = await openOffice(browser, baseURL)
  await openPage(office, 'jonas@contoso.com')
  await choose(office, [row])
  await office.getByRole('button', { name: 'Invite one person' }).click()
  await expect(heading(office)).toHaveText('One person is invited', { timeout: 15_000 })

  await invite.click()
  await expect(page.getByRole('alert')).toContainText('This is not what was checked')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(rowOf(page, 'Shared Row')).toContainText('Is invited already')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Invite 0 people' })).toBeDisabled()
})

test('Ada stops a file while the directory has trouble', async ({ page, simulator }) => {
  await openPage(page, ada)
  const some = String(Date.now())
  await choose(
    page,
    Array.from(
      { length: 40 },
      (_, each) => `many${each}x${some}@litware.example,Guest ${each},Winter tender,2027-01-31`,
    ),
  )
  await expect(page.getByText('30 more rows have nothing against them.')).toBeVisible()
  // Each row asks whether the directory knows the address.
  await simulator.fail({ path: '/v1.0/users', status: 503 })
  await page.getByRole('button', { name: 'Invite 40 people' }).click()
  await expect(heading(page)).toHaveText('Inviting 40 people')
  await expect(page.getByText('Foyer asks again, and invites nobody twice.')).toBeVisible({
    timeout: 15_000,
  })
  await expectReadable(page)
  await page.getByRole('button', { name: 'Stop after the current row' }).click()
  await expect(heading(page)).toHaveText('Stopped, nobody is invited')
  await expect(page.getByRole('listitem')).toHaveCount(40)
  expect((await simulator.mails()).filter(({ to }) => to.startsWith('many'))).toEqual([])
})
