import { heading, putPolicyInForce } from '../world/guests.ts'
import {
  beInvited,
  fillOffer,
  inviteSomebody,
  mei,
  openInvitations,
  openInviting,
  readInvitation,
  sam,
} from '../world/invitation.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
})

test('Sam learns of an address what will fail, what may, and what nobody looked at', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'contoso', sam)
  await openInviting(page, mei)
  await expect(heading(page)).toHaveText('Invite a guest')
  const who = page.getByRole('region', { name: 'Whom do you invite?' })
  await expect(who).toContainText('Not checked: needs OrgContact.Read.All')
  await expect(who).toContainText('Whether a contact has this address and is in the way')
  await expectReadable(page)

  await who.getByLabel(/^Mail address/).fill('grace@adatum.com')
  await expect(who).toContainText('Will fail')
  await expect(who).toContainText('Grace Adeyemi is a guest of Contoso already')
  await expect(page.getByRole('button', { name: 'Send the invitation' })).toHaveCount(0)
  await expectReadable(page)
  await who.getByLabel(/^Mail address/).fill('somebody@contoso.com')
  await expect(who).toContainText('This is an address of Contoso itself')
  const lists = {
    InvitationsAllowedAndBlockedDomainsPolicy: { BlockedDomains: ['litware.example'] },
  }
  await simulator.administer('contoso', 'POST', '/beta/policies/b2bManagementPolicies', {
    definition: [JSON.stringify({ B2BManagementPolicy: lists })],
  })
  await who.getByLabel(/^Mail address/).fill('nora@litware.example')
  await expect(who).toContainText('Contoso takes no guests of this domain.')
  await expect(page.getByRole('button', { name: 'Send the invitation' })).toHaveCount(0)
  await who.getByLabel(/^Mail address/).fill(mei)
  await expect(page.getByRole('button', { name: 'Send the invitation' })).toBeVisible()
})

test('Sam invites Mei: what is missing is told at its field, and he sees what she will read', async ({
  page,
  baseURL,
  simulator,
}) => {
  await putPolicyInForce(simulator, baseURL)
  await signIn(page, 'contoso', sam)
  await openInviting(page, mei)
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('textbox', { name: /^Name/ })).toBeFocused()
  const main = page.getByRole('main')
  await expect(main).toContainText('Write their name.')
  await expect(main).toContainText(/Choose a day from \d+ \w+ 20\d\d to \d+ \w+ 20\d\d\./)
  await expectReadable(page)

  const latest = (await page.getByLabel(/^Until when/).getAttribute('max')) ?? ''
  const wanted = { name: 'Mei Tanaka', message: 'See you on the first call.', endsOn: latest }
  await fillOffer(page, { ...wanted, groups: ['Supplier Quality'] })
  const preview = page.getByRole('region', { name: 'What Mei Tanaka will read' })
  await expect(preview).toContainText('See you on the first call.')
  await expect(preview).toContainText('Sam Okafor invites you')
  await expect(preview).toContainText('Supplier Quality')
  await expect(page.getByText('474 signs are left.')).toBeVisible()
  await expectReadable(page)
  await page.getByLabel('A personal message').fill('Look at https://elsewhere.example')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByLabel('A personal message')).toBeFocused()
  await page.getByLabel('A personal message').fill(wanted.message)
  await page.getByRole('button', { name: 'Send the invitation' }).click()

  await expect(heading(page)).toHaveText('Mei Tanaka is invited')
  await expect(heading(page)).toBeFocused()
  await expectReadable(page)
  await readInvitation(simulator, mei)
  await page.getByRole('link', { name: 'To the invitations' }).click()
  await expect(heading(page)).toHaveText('Invitations')
  const card = page.getByRole('region', { name: 'Mei Tanaka' })
  await expect(card).toContainText('Invited')
  await expect(main).toContainText('One person has not answered yet.')
  await expectReadable(page)

  // Whoever is invited cannot be invited a second time.
  await page.getByRole('link', { name: 'Invite a guest' }).click()
  await page.getByLabel(/^Mail address/).fill(mei)
  await expect(main).toContainText('Whoever has this address has an open invitation.')
})

test('an invitation that is sent again has another link, and the one from before is dead', async ({
  page,
  browser,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/404 .*\/v1\/invitation-links/)
  const first = await beInvited(browser, baseURL, simulator, { mail: mei, name: 'Mei Tanaka' })
  const { office } = first
  await office.getByRole('link', { name: 'To the invitations' }).click()
  await office.getByRole('button', { name: 'Send again to Mei Tanaka' }).click()
  await expect(office.getByRole('status')).toContainText('is on its way with another link')
  await expect.poll(async () => (await readInvitation(simulator, mei)).path).not.toBe(first.path)
  await page.goto(first.path)
  await expect(heading(page)).toHaveText('No invitation is at this address.')
  await page.goto((await readInvitation(simulator, mei)).path)
  await expect(heading(page)).toHaveText('Contoso invites you to be its guest')
})

test('Ada sees what everybody has sent, and brings somebody into any group', async ({ page }) => {
  await signIn(page, 'contoso', 'ada@contoso.com')
  await openInviting(page, mei)
  await page.getByLabel('Look for a group').fill('Harbour Re')
  await fillOffer(page, { name: 'Mei Tanaka', groups: ['Harbour Redevelopment'] })
  await page.getByLabel('Look for a group').fill('Quiet')
  await expect(page.getByRole('checkbox', { name: 'Harbour Redevelopment' })).toBeChecked()
  await expectReadable(page)
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(heading(page)).toHaveText('Mei Tanaka is invited')
  await page.getByRole('button', { name: 'Invite somebody else' }).click()
  await expect(heading(page)).toHaveText('Invite a guest')
  await expect(page.getByLabel(/^Mail address/)).toHaveValue('')
})

test('where nothing was sent, nothing stands there but the way to begin', async ({ page }) => {
  await signIn(page, 'contoso', sam)
  await openInvitations(page)
  await expect(heading(page)).toBeFocused()
  await expect(page.getByRole('heading', { name: 'You have invited nobody' })).toBeVisible()
  await expectReadable(page)
  await inviteSomebody(page, { mail: mei, name: 'Mei Tanaka' })
})

test('everybody can read the form in German too', async ({ page }) => {
  await signIn(page, 'contoso', sam)
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await page.getByRole('link', { name: 'Einladungen' }).click()
  await page.getByRole('link', { name: 'Gast einladen' }).click()
  await page.getByLabel(/^Mailadresse/).fill(mei)
  await page.getByRole('textbox', { name: /^Name/ }).fill('Mei Tanaka')
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeChecked()
  await expect(page.getByRole('region', { name: 'Was Mei Tanaka lesen wird' })).toBeVisible()
  await expectReadable(page)
})
