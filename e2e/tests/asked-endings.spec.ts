import type { Page } from '@playwright/test'
import { letSignInsBeFresh } from '../world/departure.ts'
import { heading, openGuests, putPolicyInForce, reloadUntil, rowOf, sam } from '../world/guests.ts'
import { press, reach } from '../world/keys.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, openOffice, signIn } from '../world/visitor.ts'

// Beyond ten ends of access a day an operator has to agree.

const reason = 'The project is over.'

test.use({ followsFeeds: true })

test('the eleventh guest whose access Sam ends on one day keeps it until Ada agrees', async ({
  page,
  browser,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/403 .*\/v1\/me\/groups|401 .*\/ending/)
  await letSignInsBeFresh(simulator)
  await putPolicyInForce(simulator, baseURL)
  await openGuests(page)
  await rowOf(page, 'Omar Haddad').getByRole('link').click()
  await endTen(page)

  await page.getByRole('link', { name: 'My guests' }).first().click()
  await rowOf(page, 'Lena Vogel').getByRole('link').click()
  await end(page)
  const asked = page.getByRole('region', {
    name: 'An operator has to agree that the access of Lena Vogel ends',
  })
  await expect(asked).toContainText('Nothing happens to the guest until an operator agrees')
  await expectReadable(page)

  const office = await openOffice(browser, baseURL)
  await signIn(office, 'contoso', 'ada@contoso.com')
  const needs = office.getByRole('region', { name: 'Needs you' })
  await expect(needs).toContainText('One access does not end before an operator agrees.')
  await needs.getByRole('link', { name: 'Ends of access that wait for you' }).click()
  await expect(heading(office)).toHaveText('Ends of access that wait for you')
  const card = office.getByRole('listitem').filter({ hasText: 'Lena Vogel' })
  await expect(card).toContainText('Sam Okafor has ended ten accesses within a day already.')
  await expect(card).toContainText(reason)
  await expectReadable(office)
  await press(office, card.getByRole('button', { name: 'Agree: Lena Vogel', exact: true }))
  const question = office.getByRole('alertdialog', { name: 'Let the access of Lena Vogel end?' })
  await press(office, question.getByRole('button', { name: 'End the access' }))
  await expect(question).toContainText('Say why, in a few words.')
  await expectReadable(office)
  await reach(office, question.getByLabel('Why'))
  await office.keyboard.type('Agreed on the telephone.')
  await press(office, question.getByRole('button', { name: 'End the access' }))
  await expect(office.getByRole('status')).toContainText('Lena Vogel ends in ten minutes')
  await expect(heading(office)).toBeFocused()
  await expect(office.getByText('Nobody waits for your word')).toBeVisible()
  await office.context().close()

  await reloadUntil(page, page.getByRole('region', { name: /^The access of Lena Vogel ends at/ }))
  const mails = async () =>
    (await simulator.mails()).filter(({ to }) => to === sam).map(({ text }) => text)
  await expect.poll(mails).toContainEqual(expect.stringContaining('Agreed on the telephone.'))
})

test('the page is for operators', async ({ page, errors }) => {
  errors.expectError(/403 .*\/v1\/(me\/groups|organization\/endings)/)
  await signIn(page, 'contoso', sam)
  await page.goto('/o/contoso/asked-endings')
  await expect(page.getByRole('alert')).toContainText('operators of Contoso')
})

async function end(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'End access …' }).click()
  const question = page.getByRole('dialog')
  await question.getByLabel('Your reason, the guest sees it').fill(reason)
  await question.getByRole('button', { name: 'End access' }).click()
  await chooseAccount(page, sam)
  await expect(question.getByLabel('Your reason, the guest sees it')).toHaveValue(reason)
  await question.getByRole('button', { name: 'End access' }).click()
  await expect(question).toHaveCount(0)
}

/** The one of the page by its buttons, and nine more as the page would send them. */
async function endTen(page: Page): Promise<void> {
  const sending = page.waitForRequest(
    (request) => request.url().endsWith('/ending') && /challenge/.test(request.postData() ?? ''),
  )
  await end(page)
  const sent = await sending
  const headers = { authorization: (await sent.headerValue('authorization')) ?? '' }
  const list = await page.request.get('/v1/guests', { headers })
  const { guests } = (await list.json()) as { guests: { guestId: string; name: string }[] }
  const others = guests.filter(({ name }) => name !== 'Omar Haddad' && name !== 'Lena Vogel')
  for (const { guestId } of others.slice(0, 9)) {
    const url = `/v1/guests/${guestId}/ending`
    const answer = await page.request.post(url, { headers, data: sent.postDataJSON() as object })
    expect(answer.status()).toBe(200)
  }
}
