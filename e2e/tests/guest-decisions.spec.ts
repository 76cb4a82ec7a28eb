import {
  heading,
  inWords,
  lena,
  openGuest,
  putPolicyInForce,
  rowOf,
  shift,
  toMyGuests,
} from '../world/guests.ts'
import { expect, test } from '../world/test.ts'

const reason = 'The harbour drawings go on until spring.'

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
})

test('Sam extends Lena’s access: she reads until when, by whom and why', async ({
  page,
  baseURL,
  simulator,
}) => {
  await putPolicyInForce(simulator, baseURL)
  await openGuest(page, 'Lena Vogel')
  await expect(page.getByRole('main')).toContainText('Signs in with a code by e-mail')
  await expect(page.getByRole('list').filter({ hasText: 'Became a guest' })).toContainText(
    /24 November 2025.*Today.*days left.*Last day with access/,
  )
  await expect(page.getByRole('region', { name: 'What Lena Vogel can reach' })).toContainText(
    'Harbour RedevelopmentTeamIn it by name.',
  )
  await expect(page.getByRole('region', { name: 'Who vouches for Lena Vogel' })).toContainText(
    'Sam Okafor',
  )

  await page.getByRole('button', { name: 'Extend …' }).click()
  const question = page.getByRole('dialog', { name: 'Extend Lena Vogel' })
  const day = question.getByLabel('New end date')
  await expect(day).toBeFocused()
  const latest = (await day.getAttribute('max')) ?? ''
  await expect(question).toContainText(`Contoso allows until ${inWords(latest)}.`)
  await day.fill(latest)
  await question.getByLabel('Your reason, the guest sees it').fill(`  ${reason} `)
  await question.getByRole('button', { name: `Extend to ${inWords(latest)}` }).click()

  await expect(question).toHaveCount(0)
  await expect(page.getByRole('status')).toContainText(
    `Lena Vogel may stay until ${inWords(latest)}, and gets a mail with your reason.`,
  )
  await expect(page.getByRole('list').filter({ hasText: 'Became a guest' })).toContainText(
    inWords(latest),
  )
  await expect(page.getByRole('region', { name: 'What Lena Vogel can reach' })).toContainText(
    'Nothing was added since somebody confirmed',
  )
  // As long as it may: there is nothing more to extend today, and the page says so.
  await expect(page.getByRole('button', { name: 'Extend …' })).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('It cannot be extended now')
  await expect(heading(page)).toBeFocused()
  const mails = async () => (await simulator.mails()).filter(({ to }) => to === lena)
  await expect.poll(async () => (await mails()).length).toBe(1)
  const [mail] = await mails()
  expect(mail?.subject).toMatch(
    new RegExp(`^Your access to Contoso lasts until .*${inWords(latest)}$`),
  )
  expect(mail?.text).toContain(`Sam Okafor has extended your access`)
  expect(mail?.text).toContain(`“${reason}”`)

  await toMyGuests(page)
  await expect(rowOf(page, 'Lena Vogel')).toContainText('Set on')
  await expect(rowOf(page, 'Lena Vogel')).toContainText('No change')
})

test('a day that cannot be, and no reason, are said at their fields and not sent', async ({
  page,
  baseURL,
  simulator,
}) => {
  await putPolicyInForce(simulator, baseURL)
  await openGuest(page, 'Lena Vogel')
  let sent = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/extension')) sent += 1
  })
  await page.getByRole('button', { name: 'Extend …' }).click()
  const question = page.getByRole('dialog')
  const day = question.getByLabel('New end date')
  const why = question.getByLabel('Your reason, the guest sees it')
  const send = question.getByRole('button', { name: 'Extend', exact: true })
  await send.click()
  await expect(question).toContainText('Choose the new last day.')
  await expect(day).toBeFocused()
  const [earliest, latest] = await Promise.all([day.getAttribute('min'), day.getAttribute('max')])

  for (const [wrong, words] of [
    ['2020-02-29', 'This day is over.'],
    [shift(earliest, -1), `The access lasts until ${inWords(shift(earliest, -1))} already.`],
    [shift(latest, 1), `Contoso allows until ${inWords(latest ?? '')}. Choose an earlier day.`],
  ] as const) {
    await day.fill(wrong)
    await why.click()
    await expect(question).toContainText(words)
    await send.click()
    await expect(day).toBeFocused()
  }
  await day.fill(earliest ?? '')
  await why.fill('   ')
  await question.getByRole('button', { name: `Extend to ${inWords(earliest ?? '')}` }).click()
  await expect(question).toContainText('Say why, in a few words.')
  await expect(why).toBeFocused()
  expect(sent).toBe(0)
})

test('Sam says that Omar is still needed', async ({ page, baseURL, simulator }) => {
  await putPolicyInForce(simulator, baseURL)
  await openGuest(page, 'Omar Haddad')
  await page.getByRole('button', { name: 'Still needed' }).click()
  await expect(page.getByRole('status')).toContainText(
    /You have confirmed that Omar Haddad is still needed\. The access ends on \d+ \w+ \d{4}\./,
  )
  const use = page.getByRole('region', { name: 'Signs of use' })
  await expect(use).not.toContainText('Nobody has confirmed yet')
})

test('what neither a later day nor his word changes, Sam is told', async ({
  page,
  baseURL,
  errors,
  simulator,
}) => {
  errors.expectError(/409 .*\/attestation/)
  await putPolicyInForce(simulator, baseURL)
  await openGuest(page, 'Priya Raman')
  await page.getByRole('button', { name: 'Still needed' }).click()
  await expect(page.getByRole('alert')).toContainText(
    'Nothing was changed. The account holds an administrator role',
  )
  await toMyGuests(page)
  await page.getByRole('row').nth(1).getByRole('link').click()
  await expect(page.getByRole('region', { name: /still needed at Contoso/ })).toContainText(
    /The invitation closes on \d+ \w+ \d{4}, unless .* accepts it before\./,
  )
})

test('an answer that was lost says so, and the second try does no harm', async ({
  page,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/ERR_FAILED .*\/extension/)
  await putPolicyInForce(simulator, baseURL)
  await openGuest(page, 'Lena Vogel')
  await page.route(
    '**/v1/guests/*/extension',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Extend …' }).click()
  const question = page.getByRole('dialog')
  const day = question.getByLabel('New end date')
  const until = shift(await day.getAttribute('max'), -7)
  await day.fill(until)
  await question.getByLabel('Your reason, the guest sees it').fill(reason)
  await question.getByRole('button', { name: `Extend to ${inWords(until)}` }).click()
  await expect(question.getByRole('alert')).toContainText(
    'Whether it was changed could not be seen. To try again does no harm.',
  )
  // The page behind has read meanwhile what is true.
  await expect(page.locator('ol').filter({ hasText: 'Became a guest' })).toContainText(
    inWords(until),
  )
  await question.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('status')).toContainText(`may stay until ${inWords(until)}`)
  const mails = async () => (await simulator.mails()).filter(({ to }) => to === lena).length
  await expect.poll(mails).toBe(1)
})

test('the directory does not answer: nothing was changed, and Sam is told', async ({
  page,
  baseURL,
  simulator,
  errors,
}) => {
  errors.expectError(/50[0-9] .*\/v1\/guests\//)
  await putPolicyInForce(simulator, baseURL)
  await openGuest(page, 'Lena Vogel')
  await simulator.fail({ path: '/v1.0/*', organization: 'contoso', status: 503 })
  await page.getByRole('button', { name: 'Still needed' }).click()
  const failure = page.getByRole('region', { name: /still needed at Contoso/ }).getByRole('alert')
  await expect(failure).toContainText('Nothing was changed.')
  await expect(page.getByRole('region', { name: 'Signs of use' })).toContainText(
    'Nobody has confirmed yet',
  )
  await simulator.heal()
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('status')).toContainText('You have confirmed that Lena Vogel')
})
