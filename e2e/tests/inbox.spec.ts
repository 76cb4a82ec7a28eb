import { heading } from '../world/guests.ts'
import { beInvited, mei, readInvitation } from '../world/invitation.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, signIn } from '../world/visitor.ts'

test('Mei, who came by Microsoft’s door, finds the invitation that Sam has sent, and its mail again', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  const first = await beInvited(browser, baseURL, simulator, { mail: mei, name: 'Mei Tanaka' })
  await simulator.administer('contoso', 'POST', '/v1.0/invitations', {
    invitedUserEmailAddress: mei,
    inviteRedirectUrl: 'https://elsewhere.example',
  })
  await page.goto('/o/contoso')
  await page.getByRole('button', { name: /^Sign in at/ }).click()
  await chooseAccount(page, mei)
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page).toHaveURL(/\/o\/contoso/)
  await expect(heading(page)).not.toHaveText(/^Sign in at/)
  await page.getByRole('link', { name: 'Invitations' }).click()
  await expect(heading(page)).toHaveText('Your invitations')
  const contoso = page.getByRole('region', { name: 'Contoso' })
  await expect(contoso).toContainText('Winter tender 2026/27')
  await expect(contoso).toContainText('It waits for you until')
  await expect(contoso).toContainText('m•••@gmail.example')
  await expect(contoso).not.toContainText(mei)
  await contoso.getByRole('button', { name: /^Mail me the link again/ }).click()
  await expect(page.getByRole('status')).toContainText('is on its way to m•••@gmail.example')
  await expect.poll(async () => (await readInvitation(simulator, mei)).path).not.toBe(first.path)
  await expectReadable(page)
})

test('Grace reads that nothing waits for her, and which organization did not answer', async ({
  page,
  errors,
}) => {
  errors.expectError(/503 .*\/v1\/me\/invitations/)
  await signIn(page, 'contoso', 'grace@adatum.com')
  let answered = 0
  await page.route('**/v1/me/invitations', async (route) => {
    const isFirst = answered === 0
    answered += 1
    await (isFirst
      ? route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          json: {
            type: 'about:blank',
            title: 'What Foyer remembers cannot be reached',
            status: 503,
            code: 'store-unavailable',
            requestId: '00000000-0000-4000-8000-000000000000',
          },
        })
      : route.continue())
  })
  await page.getByRole('link', { name: 'Invitations' }).click()
  const main = page.getByRole('main')
  await expect(main).toContainText('Foyer cannot reach what it remembers')
  await expectReadable(page)
  await main.getByRole('button', { name: 'Try again' }).click()
  await expect(main).toContainText('No invitation of Contoso waits for you')
  await expect(main).not.toContainText('Foyer cannot reach what it remembers')
})
