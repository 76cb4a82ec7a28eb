import { listManyGroups } from '../world/directory.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

const apps = '/v1.0/users/*/appRoleAssignments'
const whatEnds = { name: 'What ends and what stays' }
const whatIsUnseen = { name: 'What Foyer cannot see here' }

test('Grace sees by kind and name what leaving Contoso ends, and what Foyer cannot see', async ({
  page,
}) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  await page.goto('/o/contoso/leave')
  const ends = page.getByRole('region', whatEnds)
  await expect(ends).toContainText('One team: Harbour Redevelopment')
  await expect(ends).toContainText('2 Microsoft 365 groups: Supplier Forum and Tender 2026')
  await expect(ends).toContainText('4 security groups: All Partners, Harbour Drawings')
  await expect(ends).toContainText('2 apps: Contoso Site Diary and Drawings Library')
  await expect(ends).toContainText('You are the only owner of Supplier Forum.')
  await expect(ends).toContainText(
    'Leaving does not wait for that. Sam Okafor is told of it once you have left.',
  )

  const unseen = page.getByRole('region', whatIsUnseen)
  await expect(unseen).toContainText('Roles over subscriptions and resources in Azure')
  await expect(unseen).not.toContainText('assigned to you')
})

test('Fabrikam does not show apps to Foyer: Grace is told so, in her language', async ({
  page,
}) => {
  await signIn(page, 'fabrikam', 'grace@adatum.com')
  await page.goto('/o/fabrikam/leave')
  const unseen = page.getByRole('region', whatIsUnseen)
  await expect(unseen).toContainText('Apps that were assigned to you')
  await expect(page.getByRole('region', whatEnds)).not.toContainText(/No app|Plant Viewer|no group/)

  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  const german = page.getByRole('region', { name: 'Was Foyer hier nicht sehen kann' })
  await expect(german).toContainText('Apps, die Ihnen zugewiesen wurden')
  await expect(page.getByRole('main')).toContainText('Ein Team: Winter Works')
})

test('apps that the directory did not name in time are asked for again', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  await simulator.fail({ path: apps, status: 500 })
  await page.goto('/o/contoso/leave')
  await expect(page.getByRole('region', whatIsUnseen)).toContainText('did not name them in time')
  // Nothing of that stands in the way of leaving.
  await expect(page.getByRole('button', { name: /^Leave Contoso/ })).toBeEnabled()

  await simulator.heal()
  await page.getByRole('button', { name: 'Ask for the apps again' }).click()
  await expect(page.getByRole('region', whatEnds)).toContainText('2 apps: Contoso Site Diary')
  await expect(page.getByRole('region', whatIsUnseen)).not.toContainText('assigned to you')
})

test('Bea, who has neither, is told that she is in no group and has no app', async ({ page }) => {
  await signIn(page, 'contoso', 'bea@outlook.example')
  await page.goto('/o/contoso/leave')
  await expect(page.getByRole('region', whatEnds)).toContainText(
    'You are in no group there, and no app is assigned to you',
  )
})

test('Priya sees how many groups Northwind ends, and of what kind none', async ({ page }) => {
  await signIn(page, 'northwind', 'priya@tailspin.com')
  await page.goto('/o/northwind/leave')
  await expect(page.getByRole('region', whatEnds)).toContainText(
    '2 groups, whose names are not shown to guests',
  )
  await expect(page.getByRole('main')).not.toContainText(
    /Tender|Microsoft 365 group|security group/,
  )
})

test('forty groups with long names fit a phone, and each can be read', async ({
  page,
  simulator,
}) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await signIn(page, 'contoso', 'grace@adatum.com')
  const names = await listManyGroups(simulator, 40)
  await page.goto('/o/contoso/leave')
  const ends = page.getByRole('region', whatEnds)
  await expect(ends).toContainText('44 security groups')
  const last = ends.getByText(names.at(-1) ?? '')
  await expect(last).toBeHidden()
  await ends.getByText('39 more').click()
  await expect(last).toBeVisible()
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overhang).toBe(0)
})
