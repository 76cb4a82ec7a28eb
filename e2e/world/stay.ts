import type { Page } from '@playwright/test'
import type { SimulatorControl } from './simulator.ts'
import { expect } from './test.ts'
import { signIn } from './visitor.ts'

export const grace = 'grace@adatum.com'
export const sam = 'sam@contoso.com'
export const card = (page: Page) => page.getByRole('region', { name: 'How long you have access' })
export const timeline = (page: Page) => card(page).getByRole('listitem')

/** Grace at Contoso, once her end is told. */
export async function open(page: Page): Promise<void> {
  await signIn(page, 'contoso', grace)
  await expect(timeline(page)).toHaveCount(3)
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
