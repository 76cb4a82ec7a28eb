import type { Page } from '@playwright/test'
import { giveRole } from '../world/directory.ts'
import { askToLeave } from '../world/departure.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, openAccounts, signIn } from '../world/visitor.ts'

const grace = 'grace@adatum.com'
const omar = 'omar@outlook.example'

test.beforeEach(async ({ simulator }) => {
  // Nothing but what they name themselves.
  await simulator.choose({ resourceManager: 'silent' })
})

test('Grace reads what she did at Contoso, newest first', async ({ page }) => {
  await signIn(page, 'contoso', grace)
  await leaveGroup(page, 'Tender 2026')
  await leaveGroup(page, 'Harbour Redevelopment')
  await openRecord(page)

  const [newest, before] = [entriesOf(page, 'Contoso').nth(0), entriesOf(page, 'Contoso').nth(1)]
  await expect(newest).toContainText('You left the group Harbour Redevelopment.')
  await expect(before).toContainText('You left the group Tender 2026.')
  await expect(newest.locator('time')).toHaveText(/2026/)
  await expect(page).toHaveTitle('My record · Foyer')
})

test('what was refused stands there with its reason, and with the words for a help desk', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/401 .*\/v1\/me\/departure/)
  await simulator.fail({
    method: 'DELETE',
    path: '/v1.0/users/*',
    status: 503,
    // Asked again soon, however long it has been away.
    headers: { 'retry-after': '0.2' },
  })
  await askToLeave(page, simulator, { slug: 'fabrikam', organization: 'Fabrikam', mail: grace })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are leaving Fabrikam')
  await giveRole(simulator, 'fabrikam', grace)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'You are still a guest of Fabrikam',
  )
  await openRecord(page)

  const refused = entriesOf(page, 'Fabrikam').first()
  await expect(refused).toContainText('You asked to leave Fabrikam, and it was refused.')
  await expect(refused).toContainText('Your account holds an administrator role')
  await expect(refused).toContainText('For a help desk: departure-role-held')
})

test('two accounts at Contoso have two records, and neither tells of the other', async ({
  page,
}) => {
  await signIn(page, 'contoso', grace)
  await leaveGroup(page, 'Tender 2026')
  await openAccounts(page)
  await page.getByRole('button', { name: 'Sign in at Contoso with another account' }).click()
  await chooseAccount(page, omar)
  await openRecord(page)

  await expect(recordOf(page, 'Contoso')).toHaveCount(2)
  const left = 'You left the group Tender 2026.'
  await expect(recordOf(page, 'Contoso').filter({ hasText: grace })).toContainText(left)
  const his = recordOf(page, 'Contoso').filter({ hasText: omar })
  await expect(his).toContainText(/Nothing yet|You left/)
  await expect(his).not.toContainText(left)
})

test('an organization that does not answer hides no other, and is asked again', async ({
  page,
  errors,
}) => {
  await signIn(page, 'contoso', grace)
  await page.goto('/o/fabrikam')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fabrikam')
  await page.goto('/o/contoso')
  await leaveGroup(page, 'Tender 2026')
  errors.expectError(/ERR_FAILED .*\/v1\/me\/journal/)
  await page.route('**/v1/me/journal*', async (route) => route.abort(), { times: 1 })
  await openRecord(page)

  const retry = page.getByRole('main').getByRole('button', { name: 'Try again' })
  await expect(retry).toHaveCount(1)
  const records = page.getByRole('main').getByRole('region')
  await expect(records).toHaveCount(2)
  await retry.click()
  await expect(retry).toHaveCount(0)
  await expect(entriesOf(page, 'Contoso').first()).toContainText('You left the group Tender 2026.')
})

async function openRecord(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'My record' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What was done here about you')
}

function recordOf(page: Page, organization: string) {
  return page.getByRole('region', { name: organization, exact: true })
}

function entriesOf(page: Page, organization: string) {
  return recordOf(page, organization).getByRole('listitem')
}

async function leaveGroup(page: Page, group: string): Promise<void> {
  await page.getByRole('button', { name: `Leave group ${group}` }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: `Leave ${group}` })
    .click()
  await expect(page.getByRole('status')).toContainText(`You left the group ${group}`)
}
