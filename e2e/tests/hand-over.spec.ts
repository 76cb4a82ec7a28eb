import { letSignInsBeFresh } from '../world/departure.ts'
import { findGroupId, findPersonId } from '../world/directory.ts'
import { heading, lena, openGuest, putPolicyInForce, reloadUntil, sam } from '../world/guests.ts'
import { expectReadable } from '../world/readable.ts'
import type { SimulatorControl } from '../world/simulator.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, signIn } from '../world/visitor.ts'

const noor = 'noor@contoso.com'
const omar = 'omar@outlook.example'
const note = 'I change to another harbour.'

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors, simulator }) => {
  await letSignInsBeFresh(simulator)
  // Sponsors are written by what reaches no further than the unit of guests.
  await simulator.scopeRoles('contoso')
  await simulator.choose({
    unitScopedKeeper: { delete: 'refused', restore: 'refused', sponsors: 'allowed' },
  })
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  // Whoever accepts is asked to sign in anew.
  errors.expectError(/401 .*\/answer/)
  // Whoever has handed over a guest does not see them any more.
  errors.expectError(/404 .*\/v1\/guests/)
  // A guest cannot take over.
  errors.expectError(/409 .*\/succession/)
})

test('Sam says that Lena is not his, and takes it back', async ({ page, baseURL, simulator }) => {
  await putPolicyInForce(simulator, baseURL)
  await letNoorKnowLena(simulator)
  await openGuest(page, 'Lena Vogel')
  const mine = page.getByRole('region', { name: 'No longer yours to vouch for?' })
  const next = page.getByRole('region', { name: 'Who vouches next' })
  await expect(mine).toContainText('Until then Lena Vogel stays with you.')

  const disown = mine.getByRole('button', { name: 'Not my guest …' })
  await disown.press('Enter')
  const once = page.getByRole('alertdialog', { name: 'Lena Vogel is not your guest?' })
  await expect(once).toContainText('You stay answerable for Lena Vogel until somebody accepts.')
  await page.keyboard.press('Escape')
  await expect(disown).toBeFocused()
  await disown.press('Enter')
  await once.getByRole('button', { name: 'Look for somebody else' }).press('Enter')
  await expect(page.getByRole('status')).toContainText(
    'A colleague is looked for who vouches for Lena Vogel. Until somebody accepts, you do.',
  )
  await expect(heading(page)).toBeFocused()
  await expect(next).toContainText('that Lena Vogel is not their guest.')
  await reloadUntil(page, next.getByText('Noor Rahman'))
  await next.getByRole('button', { name: 'Take it back' }).press('Enter')
  await expect(page.getByRole('status')).toContainText('Nobody is asked any more')
})

test('Sam hands Lena over to Noor, who accepts', async ({ page, browser, baseURL, simulator }) => {
  await putPolicyInForce(simulator, baseURL)
  await letNoorKnowLena(simulator)
  await openGuest(page, 'Lena Vogel')
  const mine = page.getByRole('region', { name: 'No longer yours to vouch for?' })
  const next = page.getByRole('region', { name: 'Who vouches next' })
  await mine.getByRole('button', { name: 'Hand over …' }).press('Enter')
  const question = page.getByRole('dialog', { name: 'Hand over Lena Vogel' })
  const address = question.getByLabel('Mail address of your colleague')
  await expect(address).toBeFocused()
  await expect(question).toContainText('Nothing changes until your colleague accepts')
  await address.fill('noor')
  const ask = question.getByRole('button', { name: 'Ask them' })
  await ask.press('Enter')
  await expect(question).toContainText('Give a whole mail address')
  await expect(address).toBeFocused()
  await address.fill(lena)
  await question.getByLabel('A word for them, if you like').fill(note)
  await ask.press('Enter')
  await expect(question.getByRole('alert')).toContainText(
    'Nobody of this address can vouch for guests of Contoso.',
  )
  await expectReadable(page)
  await address.fill(noor)
  await ask.press('Enter')
  await expect(page.getByRole('status')).toContainText('Your colleague is asked by a mail.')
  await reloadUntil(page, next.getByText('Noor'))
  await expect(next).toContainText(note)
  await expect(next).toContainText('Without an answer the next one is asked on')
  await expectReadable(page)

  const office = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage()
  await signIn(office, 'contoso', noor)
  const needs = office.getByRole('region', { name: 'Needs you' })
  await expect(needs).toContainText('You are asked whether you vouch for a guest.')
  await needs.getByRole('link', { name: 'Asked of you' }).press('Enter')
  await expect(heading(office)).toHaveText('Asked of you')
  await expect(office.getByRole('main')).toContainText(note)
  const accept = office.getByRole('button', { name: 'Vouch for Lena Vogel' })
  await accept.click()
  await chooseAccount(office, noor)
  await accept.click()
  await expect(office.getByRole('status')).toContainText('as soon as the directory has it')
  await office.context().close()

  // Noor vouches now, and Sam is told that he does so no more.
  const told = async () => (await simulator.mails()).filter(({ to }) => to === sam)
  await expect.poll(async () => (await told())[0]?.text).toContain('Noor')
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('You do not vouch for this guest')
})

test('Omar asks for a new sponsor, Noor reads that it is because she invited them, Sam why, and Omar takes it back', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  const idOf = async (mail: string) => findPersonId(simulator, 'contoso', mail)
  await signIn(page, 'contoso', omar)
  const vouchers = page.getByRole('region', { name: 'Who vouches for you' })
  const asking = vouchers.getByRole('link', { name: 'Ask for a new sponsor …' })
  await asking.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Ask for a new sponsor' })
  await expect(question).toContainText('who vouches for you now goes on to.')
  await question.getByRole('button', { name: 'Ask', exact: true }).press('Enter')
  await expect(question).toContainText('Say why, in a few words.')
  await question.getByLabel('Why').fill('Sam does not answer.')
  await expectReadable(page)
  await question.getByRole('button', { name: 'Ask', exact: true }).press('Enter')
  await expect(question).toHaveCount(0)
  await expect(vouchers).toContainText('you asked for a new sponsor.')
  await expect(page.getByRole('status')).toContainText('you asked for a new sponsor.')
  await expect(asking).toHaveCount(0)
  await expectReadable(page)

  const colleague = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage()
  await signIn(colleague, 'contoso', noor)
  await colleague.goto('/o/contoso/asked')
  const asked = colleague.getByRole('region', { name: 'Omar Haddad' })
  await reloadUntil(colleague, asked)
  await expect(asked).toContainText('You invited them.')
  await colleague.context().close()

  const office = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage()
  await signIn(office, 'contoso', sam)
  await office.goto(`/o/contoso/guests/${await idOf(omar)}`)
  const next = office.getByRole('region', { name: 'Who vouches next' })
  await expect(next).toContainText('for somebody else who vouches for them. Sam does not answer.')
  // What Omar asks Sam may put his own question in the place of, and not take back.
  await expect(next.getByRole('button')).toHaveText(['Hand over …', 'Not my guest …'])
  await office.context().close()

  await vouchers.getByRole('button', { name: 'Take it back' }).press('Enter')
  await expect(page.getByRole('status')).toContainText('Nobody is asked any more.')
  await expect(heading(page)).toBeFocused()
  await expect(asking).toBeVisible()

  await page.goto('/o/contoso/data')
  const access = page.getByRole('region', { name: 'Until when you have access' })
  await expect(access).toContainText(
    'You asked for it. – Sam does not answer. One person was asked.',
  )
  await expectReadable(page)
})

test('nobody is left to ask about Lena: Ada finds it under what needs her, and may name somebody', async ({
  page,
  browser,
  baseURL,
  simulator,
}) => {
  await putPolicyInForce(simulator, baseURL)
  const office = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage()
  await openGuest(office, 'Lena Vogel')
  await office.getByRole('button', { name: 'Not my guest …' }).press('Enter')
  await office.getByRole('button', { name: 'Look for somebody else' }).press('Enter')
  await expect(office.getByRole('status')).toContainText('A colleague is looked for')
  const next = office.getByRole('region', { name: 'Who vouches next' })
  await reloadUntil(office, next.getByText('nobody is left who could be asked'))
  await office.context().close()

  await signIn(page, 'contoso', 'ada@contoso.com')
  const needs = page.getByRole('region', { name: 'Needs you' })
  await expect(needs).toContainText('For one guest nobody was found who vouches for them.')
  await needs.getByRole('link', { name: 'Guests who need a sponsor' }).press('Enter')
  await expect(heading(page)).toHaveText('Guests who need a sponsor')
  await expect(page.getByRole('region', { name: /^Lena Vogel/ })).toContainText('Nobody found')
  await expectReadable(page)
  await page.getByRole('link', { name: 'The guest’s page' }).press('Enter')
  await expect(heading(page)).toHaveText('Lena Vogel')
  await expect(page.getByRole('button', { name: 'Hand over …' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Not my guest …' })).toHaveCount(0)
})

/** Makes her an owner of a group that Lena is in. */
async function letNoorKnowLena(simulator: SimulatorControl): Promise<void> {
  const group = await findGroupId(simulator, 'contoso', 'Harbour Redevelopment')
  const noorId = await findPersonId(simulator, 'contoso', noor)
  await simulator.administer('contoso', 'POST', `/v1.0/groups/${group}/owners/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/users/${noorId}`,
  })
}
