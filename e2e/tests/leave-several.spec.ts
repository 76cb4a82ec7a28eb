import type { Locator, Page } from '@playwright/test'
import { giveRule, groupNamesInGraph } from '../world/directory.ts'
import { press, reach } from '../world/keys.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

const grace = 'grace@adatum.com'
const removal = { method: 'DELETE', path: '/v1.0/groups/*' }
const outage = { status: 503, headers: { 'retry-after': '0.2' } }
const drawings = 'Harbour Drawings'
const tender = 'Tender 2026'

test('Grace leaves two groups at once, and stays in the third', async ({ page, simulator }) => {
  await signIn(page, 'contoso', grace)
  await choose(page, drawings, tender)
  await page.getByRole('button', { name: 'Leave 2 groups' }).click()

  const question = page.getByRole('alertdialog', { name: 'Leave 2 groups of Contoso?' })
  await expect(question.getByRole('button', { name: 'Stay' })).toBeFocused()
  await expect(question).toContainText(`${drawings} Security group`)
  await expect(question).toContainText(tender)
  await expect(question).toContainText('You also leave Harbour Reviewers')
  await question.getByRole('button', { name: 'Leave 2 groups' }).click()

  await expect(question).toHaveCount(0)
  await expect(page.getByRole('status')).toContainText('You left 2 groups', {
    timeout: 15_000,
  })
  await expect(series(page).getByRole('listitem').filter({ hasText: tender })).toContainText(
    'You left it.',
  )
  const { user, groups } = await groupNamesInGraph(simulator, 'contoso', grace)
  expect(user).toBe('Grace Adeyemi')
  expect(groups).toContain('Harbour Redevelopment')
  expect(groups).not.toContain(drawings)
  expect(groups).not.toContain(tender)

  await series(page).getByRole('button', { name: 'Done' }).click()
  await expect(series(page)).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { name: /^Your \d groups/ })).toBeVisible()
  await expect(series(page)).toHaveCount(0)
})

test('one of two is given a rule meanwhile: its line says why Grace stays, and the other is left', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'contoso', grace)
  await choose(page, drawings, tender)
  await simulator.fail({ ...removal, ...outage })
  await leaveChosen(page)
  await expect(entry(page, tender)).toContainText('Being left …')
  await giveRule(simulator, 'contoso', tender, 'user.companyName -eq "Adatum"')
  await simulator.heal()

  const summary = `1 of 2 groups left, 1 not: ${tender}`
  await expect(page.getByRole('status')).toContainText(summary, { timeout: 20_000 })
  await expect(entry(page, tender)).toContainText('You are still in it.')
  await expect(entry(page, tender)).toContainText('its rule would add you again')
  await expect(entry(page, drawings)).toContainText('You left it.')
  await expect(series(page).getByRole('listitem').first()).toContainText(tender)
  // What a rule decides does not pass.
  await expect(series(page).getByRole('button', { name: 'Try again' })).toHaveCount(0)
  await expect(series(page).getByRole('button', { name: 'Done' })).toBeVisible()
})

test('the answer for one is lost twice, and Grace tries that one again', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/ERR_FAILED/)
  await signIn(page, 'contoso', grace)
  const sent = await listRemovals(page, { lost: 2 })
  await choose(page, drawings, tender)
  await leaveChosen(page)

  const summary = /1 of 2 groups left, 1 not: /
  await expect(page.getByRole('status')).toContainText(summary, { timeout: 20_000 })
  const first = series(page).getByRole('listitem').first()
  await expect(first).toContainText('To try again does no harm.')
  await series(page).getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('status')).toContainText('You left 2 groups', {
    timeout: 15_000,
  })
  // The same act each time, and the other group's only once.
  expect(sent).toHaveLength(4)
  expect(new Set(sent).size).toBe(2)
  const { groups } = await groupNamesInGraph(simulator, 'contoso', grace)
  expect(groups).not.toContain(tender)
})

test('an answer that is lost once is asked for again without a word', async ({ page, errors }) => {
  errors.expectError(/ERR_FAILED/)
  await signIn(page, 'contoso', grace)
  const sent = await listRemovals(page, { lost: 1 })
  await choose(page, drawings, tender)
  await leaveChosen(page)
  await expect(page.getByRole('status')).toContainText('You left 2 groups', {
    timeout: 15_000,
  })
  expect(sent).toHaveLength(3)
})

test('a reload in the middle shows each as it stands, until both are left', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'contoso', grace)
  await choose(page, drawings, tender)
  await simulator.fail({ ...removal, ...outage })
  await leaveChosen(page)
  await expect(entry(page, tender)).toContainText('Being left …')
  await expect(page.getByRole('link', { name: `How leaving ${tender} goes` }).first()).toBeVisible()
  await page.reload()
  await expect(series(page)).toContainText('Leaving groups: 0 of 2 left')
  for (const name of [drawings, tender]) {
    await expect(entry(page, name)).toContainText('Being left …')
    await expect(page.getByRole('button', { name: `Leave group ${name}` })).toHaveCount(0)
  }
  await simulator.heal()
  await expect(page.getByRole('status')).toContainText('You left 2 groups', {
    timeout: 20_000,
  })
})

test('a reload before their turn leaves none out', async ({ page, errors }) => {
  // The page that goes may still send one, which is then left when it is asked for again.
  errors.expectError(/404 .*\/v1\/me\/groups/)
  await signIn(page, 'contoso', grace)
  // Nothing is sent while it is held, as where the network does not take it.
  let isHeld = true
  await page.route('**/v1/me/groups/*', async (route) => {
    if (!isHeld) await route.continue()
  })
  await choose(page, drawings, tender)
  await leaveChosen(page)
  await expect(entry(page, tender)).toContainText('Waits for its turn.')
  await page.reload()
  await expect(entry(page, tender)).toContainText('Not asked for yet. You are still in it.')
  isHeld = false
  await series(page).getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('status')).toContainText('You left 2 groups', {
    timeout: 15_000,
  })
})

test('a double click leaves each once', async ({ page }) => {
  await signIn(page, 'contoso', grace)
  const sent = await listRemovals(page, { lost: 0 })
  await choose(page, drawings, tender)
  await page.getByRole('button', { name: 'Leave 2 groups' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Leave 2 groups' }).dblclick()
  await expect(page.getByRole('status')).toContainText('You left 2 groups', {
    timeout: 15_000,
  })
  expect(sent).toHaveLength(2)
})

test('Grace chooses and leaves with the keyboard alone', async ({ page }) => {
  await signIn(page, 'contoso', grace)
  const several = page.getByRole('button', { name: 'Leave several' })
  await press(page, several)
  const all = page.getByRole('checkbox', { name: 'Choose all that can be left' })
  await expect(all).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByRole('status')).toContainText('3 groups are chosen')
  await page.keyboard.press('Escape')
  await expect(several).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('No group is chosen')
  await expect(page.getByRole('button', { name: /^Leave \d groups/ })).toHaveCount(0)
  for (const name of [drawings, tender]) {
    await reach(page, page.getByRole('checkbox', { name }))
    await page.keyboard.press('Space')
  }
  await expect(page.getByRole('status')).toContainText('2 groups are chosen')
  const open = page.getByRole('button', { name: 'Leave 2 groups' })
  await press(page, open)
  await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(open).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('status')).toContainText('You left 2 groups', {
    timeout: 15_000,
  })
})

test('everybody can read the choice, the question and how it went', async ({ page, simulator }) => {
  await signIn(page, 'contoso', grace)
  await choose(page, drawings, tender)
  await expectReadable(page)
  await page.getByRole('button', { name: 'Leave 2 groups' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectReadable(page)
  await simulator.fail({ ...removal, ...outage })
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave 2 groups' }).click()
  await expect(entry(page, tender)).toContainText('Being left …')
  await expectReadable(page)
  await simulator.heal()
  await expect(series(page)).toContainText('You left 2 groups', { timeout: 20_000 })
  await expectReadable(page)
})

/** Keeps a list of the removals that are asked of Foyer, and loses the first answers to one group's. */
async function listRemovals(page: Page, { lost }: { lost: number }): Promise<string[]> {
  const sent: string[] = []
  await page.route('**/v1/me/groups/*', async (route) => {
    const url = route.request().url()
    sent.push(url)
    const [first] = sent
    const isLost = url === first && sent.filter((one) => one === first).length <= lost
    await (isLost ? route.abort() : route.continue())
  })
  return sent
}

async function choose(page: Page, ...names: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Leave several' }).click()
  for (const name of names) await page.getByRole('checkbox', { name }).click()
}

async function leaveChosen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leave 2 groups' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave 2 groups' }).click()
}

/** The card that says how leaving several goes. */
function series(page: Page): Locator {
  return page.getByRole('region', { name: /^(Leaving groups|You left \d|\d of \d groups left)/ })
}

function entry(page: Page, name: string): Locator {
  return series(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name }) })
}
