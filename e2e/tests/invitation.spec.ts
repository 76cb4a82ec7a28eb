import { groupNamesInGraph, findPersonId } from '../world/directory.ts'
import { reloadUntil } from '../world/guests.ts'
import { beInvited, contoso, mei, sam } from '../world/invitation.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, enterCode } from '../world/visitor.ts'

const grace = 'grace@adatum.com'

const wanted = {
  mail: mei,
  name: 'Mei Tanaka',
  groups: ['Supplier Quality'],
  message: 'Dear Mei, you need the questions list for the tender.\nSee you on the first call, Sam',
}

// Each test begins with nobody invited.
test.use({ followsFeeds: true })

test.beforeEach(async ({ errors }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
})

test('Mei reads what she is invited to, checks it, accepts at Microsoft and is a guest with her groups', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  const { code, path, office } = await beInvited(browser, baseURL, simulator, wanted)
  await page.goto(path)
  const letter = page.getByRole('article')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Contoso invites you to be its guest',
  )
  await expect(page).toHaveTitle('Contoso invites you · Foyer')
  await expect(letter).toContainText('See you on the first call, Sam')
  await expect(letter).toContainText(`${sam}, invites you and will vouch for you`)
  await expect(letter).toContainText('Winter tender 2026/27')
  // What guests may see there is known once the directory was read.
  await reloadUntil(page, letter.getByText('The group Supplier Quality, after you accept'))
  await expect(letter).toContainText('30 June 2027. You can end it earlier at any time.')
  const check = page.getByRole('region', { name: 'Check before you trust' })
  expect(code).toMatch(/^\d{6}$/)
  await expect(check).toContainText(`${code.slice(0, 3)} ${code.slice(3)}`)
  await expect(check).toContainText(new URL(baseURL ?? '').host)
  const answer = page.getByRole('region', { name: 'Sign in as' })
  await expect(answer).not.toContainText(mei)
  await expect(answer).toContainText('@gmail.example')
  await expectReadable(page)
  // To read it told the directory nothing.
  expect(await findPersonId(simulator, 'contoso', mei)).toBeUndefined()

  await answer.getByRole('button', { name: 'Accept and sign in' }).click()
  await chooseAccount(page, mei)
  await expect(page.getByRole('heading', { name: 'Review permissions' })).toBeVisible()
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page).toHaveURL(/\/o\/contoso/)

  await simulator.advance(60 * 60_000)
  const groups = async () => (await groupNamesInGraph(simulator, 'contoso', mei)).groups
  await expect.poll(groups).toContain('Supplier Quality')
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are a guest of Contoso')
  await expect(page.getByRole('link', { name: 'Go on to Contoso' })).toHaveAttribute(
    'href',
    '/o/contoso',
  )
  await expectReadable(page)

  await office.getByRole('link', { name: 'To the invitations' }).click()
  await office.reload()
  const card = office.getByRole('region', { name: 'Mei Tanaka' })
  await expect(card).toContainText('They are a guest since')
  const guestId = await findPersonId(simulator, 'contoso', mei)
  await expect(card.getByRole('link', { name: 'Open the guest Mei Tanaka' })).toHaveAttribute(
    'href',
    `/o/contoso/guests/${guestId}`,
  )
})

const fabrikam = { slug: 'fabrikam', organization: 'Fabrikam', mail: 'ines@fabrikam.com' }

// Mei has a Google account; these sign in elsewhere, and the last has none at all.
for (const [kind, name, mail, place = contoso] of [
  ['a work account', 'Emil Novak', 'emil@adatum.com'],
  ['a personal account', 'Omar Haddad', 'omar@outlook.example', fabrikam],
  ['an account of a federated organization', 'Pierre Marchand', 'pierre@marchand.example'],
  ['a code to the mailbox', 'Ida Berg', 'ida@berg.example'],
] as const) {
  test(`${name} accepts with ${kind}`, async ({ page, browser, baseURL, simulator }) => {
    // Fabrikam lets only a few invite.
    await simulator.administer(place.slug, 'PATCH', '/v1.0/policies/authorizationPolicy', {
      allowInvitesFrom: 'adminsGuestInvitersAndAllMembers',
    })
    const { path } = await beInvited(browser, baseURL, simulator, { mail, name }, place)
    await page.goto(path)
    await page.getByRole('button', { name: 'Accept and sign in' }).click()
    if (kind === 'a code to the mailbox') {
      await page.getByLabel('Any other address of this world').fill(mail)
      await page.getByRole('button', { name: 'Next' }).click()
      await enterCode(page, simulator, mail)
    } else await chooseAccount(page, mail)
    await expect(page.getByRole('heading', { name: 'Review permissions' })).toBeVisible()
    await page.getByRole('button', { name: 'Accept' }).click()
    await expect(page).toHaveURL(new RegExp(`/o/${place.slug}`))
    await simulator.advance(60 * 60_000)
    await page.goto(path)
    const redeemed = `You are a guest of ${place.organization}`
    await reloadUntil(page, page.getByRole('heading', { name: redeemed }))
  })
}

test('Mei stops at Microsoft with another account, reads which one was invited, and goes on there', async ({
  page,
  browser,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/400 .*\/redeem\//)
  const { path } = await beInvited(browser, baseURL, simulator, wanted)
  await page.goto(path)
  await page.getByRole('button', { name: 'Accept and sign in' }).click()
  await expect(page.getByRole('button', { name: mei })).toBeVisible()

  await page.goto(path)
  const main = page.getByRole('main')
  await expect(main).toContainText('You have accepted, and are not through Microsoft’s pages yet.')
  await expect(main).toContainText(/This link leads there \d more times\./)
  await expect(page.getByRole('button', { name: 'Decline' })).toHaveCount(0)
  await expectReadable(page)
  await page.getByRole('button', { name: 'Continue at Microsoft' }).click()
  await chooseAccount(page, grace)
  await expect(page.getByText(/^AADSTS50020: User account/)).toBeVisible()
  const shown = await page.locator('body').innerText()

  await page.goto(path)
  await page.getByRole('link', { name: 'What its messages mean' }).click()
  await page.getByRole('textbox', { name: 'Message or code' }).fill(shown)
  await page.getByRole('button', { name: 'Explain this message' }).click()
  await expect(main.getByText('You used').locator('../..')).toContainText(grace)
  await expect(main.getByText('You were invited as').locator('../..')).toContainText('m•••@gmail.')
  await expectReadable(page)

  await page.goto(path)
  await page.getByRole('button', { name: 'Continue at Microsoft' }).click()
  await chooseAccount(page, mei)
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page).toHaveURL(/\/o\/contoso/)
})

test('Nora accepts with another kind of account, and is in no group until Sam says that it is she', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  const nora = { mail: 'nora@adatum.com', name: 'Nora Lind', groups: ['Supplier Quality'] }
  const { path, office } = await beInvited(browser, baseURL, simulator, nora)
  await page.goto(path)
  await page.getByRole('button', { name: 'Accept and sign in' }).click()
  await chooseAccount(page, nora.mail)
  await enterCode(page, simulator, nora.mail)
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page).toHaveURL(/\/o\/contoso/)
  await simulator.advance(60 * 60_000)
  await page.goto(path)
  await reloadUntil(page, page.getByText('Whoever invited you looks at that first'))
  await expectReadable(page)

  await office.goto('/o/contoso/invitations')
  const card = office.getByRole('listitem').filter({ hasText: nora.name })
  await expect(card).toContainText('Accepted with another kind of account than was expected.')
  const groups = async () => (await groupNamesInGraph(simulator, 'contoso', nora.mail)).groups
  expect(await groups()).toEqual([])
  await card.getByRole('button', { name: `It is the right person: ${nora.name}` }).click()
  const question = office.getByRole('alertdialog')
  await expect(question).toBeVisible()
  await expectReadable(office)
  await question.getByRole('button', { name: 'It is them' }).click()
  await expect.poll(groups).toEqual(['Supplier Quality'])
  await reloadUntil(office, card.getByText('They are a guest since'))
  await page.goto(path)
  await reloadUntil(page, page.getByText('This invitation has done its work.'))
})
