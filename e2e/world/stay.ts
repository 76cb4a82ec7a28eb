import type { Page } from '@playwright/test'
import type { SimulatorControl } from './simulator.ts'
import { expect } from './test.ts'
import { signIn } from './visitor.ts'

export const grace = 'grace@adatum.com'
export const sam = 'sam@contoso.com'
/** The rule by which these tests have an end come near. */
export const confirming = 'Days after which a sponsor confirms a guest again'

const minuteMs = 60_000
let tests = 0

/** What was asked in a world before stays, while its clock begins anew: each test comes after the last. */
export async function comeLater(simulator: SimulatorControl): Promise<void> {
  tests += 1
  await simulator.advance(tests * 10 * minuteMs)
}

export const card = (page: Page) => page.getByRole('region', { name: 'How long you have access' })
export const timeline = (page: Page) => card(page).getByRole('listitem')

/** Grace at Contoso, who waits for no answer. */
export async function open(page: Page): Promise<void> {
  await signIn(page, 'contoso', grace)
  await takeBack(page)
}

/** Takes back what was asked in this world before. */
export async function takeBack(page: Page): Promise<void> {
  await expect(timeline(page)).toHaveCount(3)
  const button = card(page).getByRole('button', { name: 'Take it back' })
  if ((await button.count()) === 0) return
  await button.click()
  await expect(page.getByRole('status')).toContainText('You took your request back.')
}

export async function openQuestion(page: Page) {
  await card(page).getByRole('link', { name: 'Ask to extend' }).click()
  return page.getByRole('dialog', { name: 'Ask to stay at Contoso' })
}

export async function askTo(page: Page, until: string, reason: string): Promise<void> {
  const question = await openQuestion(page)
  await expect(question).toContainText('Sam Okafor gets a mail with it, and decides.')
  await question.getByLabel('Until when').fill(until)
  await question.getByLabel('Why').fill(reason)
  await question.getByRole('button', { name: /^Ask to stay until \d+ \w+ 20\d\d$/ }).click()
  await expect(question).toHaveCount(0)
}

/** So many days from today, as the field writes it: Grace's last day is the twelfth. */
export async function inDays(page: Page, days: number): Promise<string> {
  const text = await timeline(page).nth(2).textContent()
  const lastDay = /^\d+ \w+ \d{4}/.exec(text ?? '')?.[0]
  const at = new Date(`${lastDay} UTC`)
  at.setUTCDate(at.getUTCDate() + days - 12)
  return at.toISOString().slice(0, 10)
}

/** Where the mail to Sam leads. */
export async function addressOfRequest(
  simulator: SimulatorControl,
  guest: string,
): Promise<string> {
  const find = async () => {
    const mails = await simulator.mails()
    const mail = mails.find(
      ({ to, subject }) =>
        to === sam && subject.startsWith(`${guest} asks to stay at Contoso until`),
    )
    return /http\S+\/guests\/\S+/.exec(mail?.text ?? '')?.[0]
  }
  await expect.poll(find).toBeDefined()
  return (await find()) ?? ''
}
