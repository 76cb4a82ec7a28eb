import { type Browser, expect, type Page } from '@playwright/test'
import type { SimulatorControl } from './simulator.ts'
import { openOffice, signIn } from './visitor.ts'

export const sam = 'sam@contoso.com'
/** A guest of Fabrikam only, with a Google account. */
export const mei = 'mei@gmail.example'

/** Whom somebody invites, and to what. */
export interface Wanted {
  readonly mail: string
  readonly name: string
  readonly purpose?: string
  readonly endsOn?: string
  readonly groups?: readonly string[]
  readonly message?: string
  readonly language?: 'English' | 'Deutsch'
}

/** Where somebody invites, and who. */
export interface Inviting {
  readonly slug: string
  readonly organization: string
  readonly mail: string
}

export const contoso: Inviting = { slug: 'contoso', organization: 'Contoso', mail: sam }

/** The organization's own, once the header knows that it is one of its people. */
export async function openInvitations(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: 'Invitations' })
  await expect(link).toHaveAttribute('href', /^\/o\//)
  await link.click()
}

/** Opens the form and writes the address, until what was found about it stands there. */
export async function openInviting(page: Page, mail: string): Promise<void> {
  await openInvitations(page)
  await page.getByRole('link', { name: 'Invite a guest' }).click()
  await page.getByLabel(/^Mail address/).fill(mail)
  await expect(page.getByText('Not checked: nobody can tell').first()).toBeVisible()
}

export async function fillOffer(page: Page, wanted: Omit<Wanted, 'mail'>): Promise<void> {
  await page.getByRole('textbox', { name: /^Name/ }).fill(wanted.name)
  await page
    .getByRole('textbox', { name: 'What for' })
    .fill(wanted.purpose ?? 'Winter tender 2026/27')
  await page.getByLabel(/^Until when/).fill(wanted.endsOn ?? '2027-06-30')
  for (const group of wanted.groups ?? []) await page.getByRole('checkbox', { name: group }).check()
  if (wanted.language) await page.getByRole('radio', { name: wanted.language }).check()
  if (wanted.message) await page.getByLabel('A personal message').fill(wanted.message)
}

/** Signed in, invites somebody and reads that it was sent. */
export async function inviteSomebody(page: Page, wanted: Wanted): Promise<void> {
  await openInviting(page, wanted.mail)
  await fillOffer(page, wanted)
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${wanted.name} is invited`)
}

interface ReadInvitation {
  readonly code: string
  readonly path: string
}

/** The mail of the newest invitation: its code, and the path of its link. */
export async function readInvitation(
  simulator: SimulatorControl,
  mail: string,
): Promise<ReadInvitation> {
  const find = async () => (await listInvitationsTo(simulator, mail))[0]
  await expect.poll(find).toBeTruthy()
  return (await find()) ?? { code: '', path: '' }
}

/** The newest first. */
async function listInvitationsTo(
  simulator: SimulatorControl,
  mail: string,
): Promise<ReadInvitation[]> {
  const mails = (await simulator.mails()).filter(({ to }) => to === mail)
  return mails.flatMap(({ text }) => {
    const path = /\/i\/[\w-]{43}/.exec(text)?.[0]
    return path ? [{ path, code: /\b(?:Code|code) (\d{6})\b/.exec(text)?.[1] ?? '' }] : []
  })
}

/** Somebody is invited from a browser of its own; what they are sent is read from their mailbox. */
export async function beInvited(
  browser: Browser,
  baseURL: string | undefined,
  simulator: SimulatorControl,
  wanted: Wanted,
  { slug, mail }: Inviting = contoso,
): Promise<ReadInvitation & { readonly office: Page }> {
  const office = await openOffice(browser, baseURL)
  await signIn(office, slug, mail)
  const before = (await listInvitationsTo(simulator, wanted.mail)).length
  await inviteSomebody(office, wanted)
  await expect
    .poll(async () => (await listInvitationsTo(simulator, wanted.mail)).length)
    .toBeGreaterThan(before)
  return { ...(await readInvitation(simulator, wanted.mail)), office }
}
