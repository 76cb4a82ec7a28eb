import { letSignInsBeFresh } from '../world/departure.ts'
import { heading, putPolicyInForce, reloadUntil } from '../world/guests.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, signIn } from '../world/visitor.ts'

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors, simulator }) => {
  await letSignInsBeFresh(simulator)
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  // Whoever accepts is asked to sign in anew.
  errors.expectError(/401 .*\/answer/)
})

test('Noor, who vouches for nobody, is asked by a mail, declines one guest and accepts another', async ({
  page,
  baseURL,
  simulator,
}) => {
  await putPolicyInForce(simulator, baseURL)
  const idOf = async (path: string) => {
    const { body } = await simulator.graph('contoso', `/v1.0/${path}`)
    return (body as { value: readonly { id: string }[] }).value[0]?.id ?? ''
  }
  // Noor owns a group by which guests are known for whom nobody vouches.
  const group = await idOf("groups?$filter=displayName eq 'Harbour Redevelopment'")
  const noorId = await idOf("users?$filter=mail eq 'noor@contoso.com'")
  await simulator.administer('contoso', 'POST', `/v1.0/groups/${group}/owners/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/users/${noorId}`,
  })
  await simulator.letPass(24 * 60 * 60_000)
  const mails = (await simulator.mails()).filter(({ to }) => to === 'noor@contoso.com')
  expect(mails).toHaveLength(2)
  const address = /http:\S+\/o\/contoso\/asked/.exec(mails[0]?.text ?? '')?.[0]

  await signIn(page, 'contoso', 'noor@contoso.com')
  await page.goto(new URL(address ?? '').pathname)
  await expect(heading(page)).toHaveText('Asked of you')
  const declining = page.getByRole('button', { name: 'Decline' })
  await reloadUntil(page, declining.first())
  await expect(declining).toHaveCount(2)
  await expect(page.getByRole('main')).toContainText('Nobody vouches for them any more.')
  await expectReadable(page)
  await declining.first().press('Enter')
  await expect(page.getByRole('status')).toContainText('You have declined.')
  await expect(declining).toHaveCount(1)

  await page.getByRole('button', { name: /^Vouch for / }).click()
  await chooseAccount(page, 'noor@contoso.com')
  await expect(page.getByText('You have signed in once more.')).toBeVisible()
  await page.getByRole('button', { name: /^Vouch for / }).click()
  await expect(page.getByRole('status')).toContainText('as soon as the directory has it')
  await expect(declining).toHaveCount(0)
})
