import { expect, type Page } from '@playwright/test'
import type { SimulatorControl } from './simulator.ts'
import { chooseAccount, signIn } from './visitor.ts'

/** What tokens tell of when somebody signed in, for each kind of account. */
export async function letTokensTell(
  simulator: SimulatorControl,
  time: 'fresh' | 'stale' | 'absent',
): Promise<void> {
  const kinds = ['work', 'microsoft', 'google', 'mail-code', 'saml']
  await simulator.choose({ authTime: Object.fromEntries(kinds.map((kind) => [kind, time])) })
}

/** Chooses the world's answers with which a sign-in is seen to be new, so that one can leave. */
export async function letSignInsBeFresh(simulator: SimulatorControl): Promise<void> {
  await letTokensTell(simulator, 'fresh')
  await simulator.choose({ promptLogin: 'asks' })
}

/** The digits of the code that Foyer has mailed last. */
export async function codeTo(simulator: SimulatorControl, mail: string): Promise<string> {
  const find = async () => {
    const mails = await simulator.mails()
    const newest = mails.find(({ to, subject }) => to === mail && subject.startsWith('Your code'))
    return /\b\d{6}\b/.exec(newest?.text ?? '')?.[0]
  }
  await expect.poll(find).toBeDefined()
  return (await find()) ?? ''
}

/** Confirms in the open dialog, signs in once more and is back in it, one click from having left. */
export async function signInOnceMore(
  page: Page,
  { organization, button, mail }: { organization: string; button: string; mail: string },
): Promise<void> {
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('textbox').fill(organization)
  await dialog.getByRole('button', { name: button }).click()
  await chooseAccount(page, mail)
}

/** The whole way of somebody who leaves an organization, up to the last click. */
export async function askToLeave(
  page: Page,
  simulator: SimulatorControl,
  { slug, organization, mail }: { slug: string; organization: string; mail: string },
): Promise<void> {
  await letSignInsBeFresh(simulator)
  await signIn(page, slug, mail)
  await page.goto(`/o/${slug}/leave/confirm`)
  const button = `Leave ${organization}`
  await signInOnceMore(page, { organization, button, mail })
  await page.getByRole('alertdialog').getByRole('button', { name: button }).click()
}
