import { expect, type Page } from '@playwright/test'
import { findGroupId, findPersonId } from './directory.ts'
import { heading, lena, openGuest } from './guests.ts'
import { mei, readInvitation } from './invitation.ts'
import { press } from './keys.ts'
import type { SimulatorControl } from './simulator.ts'
import { chooseAccount } from './visitor.ts'

/** Puts Lena into a group that Sam owns. */
export async function giveLenaAGroup(simulator: SimulatorControl, name: string): Promise<void> {
  const lenaId = await findPersonId(simulator, 'contoso', lena)
  const groupId = await findGroupId(simulator, 'contoso', name)
  await simulator.administer('contoso', 'POST', `/v1.0/groups/${groupId}/members/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${lenaId}`,
  })
}

/** As Sam, opens the form for Lena's new address from her page, with the keyboard. */
export async function openMoving(page: Page): Promise<void> {
  await openGuest(page, 'Lena Vogel')
  await press(page, page.getByRole('link', { name: 'Invite the new address …' }))
  await expect(heading(page)).toHaveText('Lena Vogel has another address now')
}

/** Fills in what is not known yet, and sends it. */
export async function sendMoving(page: Page): Promise<void> {
  await page.getByLabel(/^Mail address/).fill(mei)
  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveValue('Lena Vogel')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(heading(page)).toHaveText('Lena Vogel is invited')
}

/** In a browser of their own, whoever has the new address accepts. */
export async function comeAsMei(page: Page, simulator: SimulatorControl): Promise<void> {
  await page.goto((await readInvitation(simulator, mei)).path)
  await page.getByRole('button', { name: 'Accept and sign in' }).click()
  await chooseAccount(page, mei)
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page).toHaveURL(/\/o\/contoso/)
}

/** The path in the newest mail to somebody that has one like it. */
export async function pathInMail(
  simulator: SimulatorControl,
  mail: string,
  like: RegExp,
): Promise<string> {
  const find = async () => {
    const mails = (await simulator.mails()).filter(({ to }) => to === mail)
    return mails.map(({ text }) => like.exec(text)?.[0]).find(Boolean) ?? ''
  }
  // A redemption is looked for every ten seconds.
  await expect.poll(find, { timeout: 30_000 }).not.toBe('')
  return find()
}
