import { heading, lena, openGuest, putPolicyInForce, sam } from '../world/guests.ts'
import { press } from '../world/keys.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, enterCode } from '../world/visitor.ts'

test.use({ followsFeeds: true })

test.beforeEach(async ({ errors, simulator }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  await simulator.choose({ resourceManager: 'silent' })
})

const reason = 'The harbour is not rebuilt yet.'

test('Sam is not sure and asks Lena, who answers why she stays; he decides with it', async ({
  page: sams,
  browser,
  baseURL,
  simulator,
}) => {
  const subjectsTo = async (who: string) =>
    (await simulator.mails()).filter(({ to }) => to === who).map(({ subject }) => subject)
  const asks = 'Do you still need your access to Contoso?'
  await putPolicyInForce(simulator, baseURL)
  await openGuest(sams, 'Lena Vogel')
  const decision = sams.getByRole('region', { name: 'Is Lena Vogel still needed at Contoso?' })
  await expect(decision).toContainText('“Not sure” asks Lena Vogel whether they still need it.')

  // Asked, taken back and asked again, by the keyboard alone.
  const notSure = decision.getByRole('button', { name: 'Not sure' })
  await press(sams, notSure)
  await expect(sams.getByRole('status')).toContainText('Lena Vogel is asked by mail')
  await expect(heading(sams)).toBeFocused()
  await expect(decision).toContainText(/Lena Vogel was asked on .*, and has not answered yet\./)
  await expect(notSure).toHaveCount(0)
  await expectReadable(sams)
  await press(sams, decision.getByRole('button', { name: 'Take it back' }))
  await expect(sams.getByRole('status')).toContainText('Lena Vogel is not asked any more.')
  await notSure.click()
  await expect(decision).toContainText('has not answered yet.')
  await expect.poll(async () => subjectsTo(lena)).toEqual([asks, asks])

  // The button of the mail leads to her page, where both answers stand side by side.
  const mail = (await simulator.mails()).find(({ subject }) => subject === asks)
  const address = /http\S+\/o\/contoso/.exec(mail?.text ?? '')?.[0] ?? ''
  const lenas = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage()
  await lenas.goto(address)
  await lenas.getByRole('button', { name: 'Sign in at Contoso' }).click()
  await chooseAccount(lenas, lena)
  await enterCode(lenas, simulator, lena)
  const question = lenas.getByRole('region', {
    name: 'Sam Okafor asks whether you still need your access',
  })
  const need = question.getByRole('button', { name: 'I still need it' })
  await expect(question.getByRole('link', { name: 'I no longer need this' })).toHaveAttribute(
    'href',
    '/o/contoso/leave',
  )
  await expectReadable(lenas)
  await need.click()
  await expect(question).toContainText('Say why, in a few words.')
  const why = question.getByLabel('Why you still need it')
  await expect(why).toBeFocused()
  await lenas.keyboard.type(reason)
  await press(lenas, need)
  await expect(question).toContainText(`You wrote: ${reason}`)
  await expect(lenas.getByRole('status')).toContainText('Your answer was sent.')
  await expect(heading(lenas)).toBeFocused()

  // Sam reads it by mail and on her page; it confirms nothing before he does.
  const says = 'Lena Vogel says: I still need my access to Contoso'
  await expect.poll(async () => subjectsTo(sam)).toContain(says)
  await sams.reload()
  await expect(decision).toContainText('that they still need it: The harbour is not rebuilt yet.')
  await expect(decision).toContainText('The answer confirms nothing by itself: decide with it.')
  await expectReadable(sams)
  await decision.getByRole('button', { name: 'Still needed' }).click()
  await expect(sams.getByRole('status')).toContainText('that Lena Vogel is still needed')
  await expect(decision).not.toContainText(reason)
  await lenas.reload()
  await expect(heading(lenas)).toHaveText('Contoso')
  await expect(lenas.getByRole('region', { name: 'How long you have access' })).toBeVisible()
  await expect(question).toHaveCount(0)
  await lenas.context().close()
})
