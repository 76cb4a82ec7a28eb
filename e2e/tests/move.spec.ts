import { groupNamesInGraph } from '../world/directory.ts'
import { heading, lena, putPolicyInForce } from '../world/guests.ts'
import { mei, sam } from '../world/invitation.ts'
import { press, reach } from '../world/keys.ts'
import { comeAsMei, giveLenaAGroup, openMoving, pathInMail, sendMoving } from '../world/move.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, enterCode, openOffice } from '../world/visitor.ts'

const dayMs = 24 * 60 * 60_000
const group = 'Supplier Quality'

test.use({ followsFeeds: true })

test.beforeEach(async ({ baseURL, simulator, errors }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  await giveLenaAGroup(simulator, group)
  await putPolicyInForce(simulator, baseURL)
})

test('Lena has another address: it is invited, Sam ticks what follows, and the old account goes', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  test.slow()
  await openMoving(page)
  await expect(page.getByRole('main')).toContainText('The old account is told at once')
  await sendMoving(page)
  await expect(page.getByRole('main')).toContainText('The old account is told by mail now')
  await expectReadable(page)

  const home = await openOffice(browser, baseURL)
  await comeAsMei(home, simulator)
  await simulator.advance(60 * 60_000)
  const path = await pathInMail(simulator, sam, /\/o\/contoso\/guests\/[\w-]+/)
  await page.goto(path)
  const follow = page.getByRole('region', { name: /^What follows Lena Vogel/ })
  await expect(follow.getByRole('checkbox', { name: group })).not.toBeChecked()
  await expectReadable(page)
  await reach(page, follow.getByRole('checkbox', { name: group }))
  await page.keyboard.press('Space')
  await press(page, follow.getByRole('button', { name: 'This follows' }))
  await expect(page.getByRole('status')).toContainText('You said what follows')
  await expect
    .poll(async () => (await groupNamesInGraph(simulator, 'contoso', mei)).groups)
    .toContain(group)
  await expectReadable(page)

  await page.getByRole('link', { name: 'Open the old account' }).click()
  await expect(heading(page)).toHaveText('Lena Vogel')
  await expect(page.getByRole('region', { name: 'Another address?' })).toContainText(
    'in the place of this account, which is blocked on',
  )
  await simulator.advance(15 * dayMs)
  const blocked = async () =>
    (await simulator.mails()).filter(({ to }) => to === lena).map(({ subject }) => subject)
  await expect
    .poll(blocked, { timeout: 20_000 })
    .toContain('This account at Contoso is blocked: m•••@gmail.example has taken its place')
})

test('Lena reads it on her page and in a mail, and stops it there without a sign-in', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  test.slow()
  await openMoving(page)
  await sendMoving(page)
  const path = await pathInMail(simulator, lena, /\/move\/[\w-]{43}/)

  const home = await openOffice(browser, baseURL)
  await home.goto('/o/contoso')
  await home.getByRole('button', { name: /^Sign in at/ }).click()
  await chooseAccount(home, lena)
  await enterCode(home, simulator, lena)
  const card = home.getByRole('region', { name: 'Is m•••@gmail.example your new address?' })
  await expect(card.getByRole('button', { name: 'Stop it' })).toBeVisible()
  await expectReadable(home)

  const phone = await openOffice(browser, baseURL)
  await phone.goto(path)
  await expect(heading(phone)).toHaveText('Is m•••@gmail.example your new address?')
  await expectReadable(phone)
  await press(phone, phone.getByRole('button', { name: 'Stop it' }))
  await expect(heading(phone)).toHaveText('It is stopped')
  await expect(heading(phone)).toBeFocused()
  await expect(phone.getByRole('button', { name: 'Stop it' })).toHaveCount(0)
  await expectReadable(phone)

  await page.getByRole('link', { name: 'To the invitations' }).click()
  await expect(page.getByRole('region', { name: 'Lena Vogel' })).toContainText('Withdrawn')
  await home.reload()
  await expect(heading(home)).toHaveText('Contoso')
  await expect(card).toHaveCount(0)
})
