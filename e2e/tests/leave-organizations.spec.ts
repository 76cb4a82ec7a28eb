import type { Locator, Page } from '@playwright/test'
import { letSignInsBeFresh, signInOnceMore } from '../world/departure.ts'
import { giveRole, groupNamesInGraph } from '../world/directory.ts'
import { cardOf, goHome } from '../world/home.ts'
import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, signIn } from '../world/visitor.ts'

const grace = 'grace@adatum.com'
const omar = 'omar@outlook.example'
const deletion = { method: 'DELETE', path: '/v1.0/users/*' }

// Which organizations a browser knows is what these tests are about.
test.beforeEach(async ({ simulator, errors }) => {
  // The answer that asks for a sign-in.
  errors.expectError(/401 .*\/v1\/me\/departure/)
  await simulator.choose({ resourceManager: 'silent' })
  await letSignInsBeFresh(simulator)
})

test('Grace leaves Contoso and Fabrikam in one round, each after a sign-in of its own', async ({
  page,
  simulator,
}) => {
  await signInEverywhere(page)
  await beginRound(page, 'Contoso', 'Fabrikam')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What ends at 2 organizations')
  await expect(part(page, 'Contoso')).toContainText('Harbour Drawings')
  await expect(part(page, 'Fabrikam')).toContainText('Your account at Fabrikam')
  await expect(page.getByRole('status')).toContainText('0 of 2 organizations left.')

  const challenges = await listChallenges(page)
  await leave(page, 'Contoso')
  await expect(part(page, 'Contoso')).toContainText('You are no longer a guest of Contoso.', {
    timeout: 15_000,
  })
  await expect(page.getByRole('status')).toContainText('1 of 2 organizations left.')
  expect((await groupNamesInGraph(simulator, 'fabrikam', grace)).user).toBe('Grace Adeyemi')

  await leave(page, 'Fabrikam')
  await expect(page.getByRole('status')).toContainText('2 of 2 organizations left.', {
    timeout: 15_000,
  })
  // What proved Contoso proves nothing at Fabrikam.
  expect(challenges).toHaveLength(2)
  expect(new Set(challenges).size).toBe(2)
  for (const organization of ['contoso', 'fabrikam']) {
    expect((await groupNamesInGraph(simulator, organization, grace)).user).toBeUndefined()
  }
  for (const name of ['Contoso', 'Fabrikam']) {
    await expect(page.getByRole('link', { name: `Receipt for ${name}` })).toBeVisible()
  }

  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leave several organizations')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('checkbox', { name: 'Contoso' })).toHaveCount(0)
  await expect(page.getByRole('checkbox', { name: 'Woodgrove Bank' })).toBeVisible()
})

test('Woodgrove Bank refuses, and says so before anything is asked; Contoso is left all the same', async ({
  page,
}) => {
  await signInEverywhere(page)
  await beginRound(page, 'Contoso', 'Woodgrove Bank')
  const bank = part(page, 'Woodgrove Bank')
  await expect(bank).toContainText('Woodgrove Bank does not let guests leave by themselves')
  await expect(bank.getByRole('link', { name: 'Ask to end my access' })).toBeVisible()
  await expect(bank.getByRole('button', { name: /^Leave/ })).toHaveCount(0)

  await leave(page, 'Contoso')
  await expect(page.getByRole('status')).toContainText('1 of 2 organizations left.', {
    timeout: 15_000,
  })
  await expect(bank).toContainText('Woodgrove Bank does not let guests leave by themselves')
})

test('Grace is given a role at Contoso between look and click: its card says why, Fabrikam goes on', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/409 .*\/v1\/me\/departure/)
  await signInEverywhere(page)
  await beginRound(page, 'Contoso', 'Fabrikam')
  await expect(page.getByRole('button', { name: 'Leave Contoso …' })).toBeVisible()
  await giveRole(simulator, 'contoso', grace)
  await ask(page, 'Contoso')
  const question = page.getByRole('alertdialog')
  await question.getByRole('textbox').fill('Contoso')
  await question.getByRole('button', { name: 'Leave Contoso' }).click()
  await expect(question).toContainText('You are still a guest of Contoso.')
  await question.getByRole('button', { name: 'Stay' }).click()
  await expect(page.getByRole('button', { name: 'Leave Contoso …' })).toBeFocused()
  await expect(part(page, 'Contoso')).toContainText('You are still a guest of Contoso.')
  await expect(part(page, 'Contoso')).toContainText('holds an administrator role')

  await leave(page, 'Fabrikam')
  await expect(page.getByRole('status')).toContainText('1 of 2 organizations left.', {
    timeout: 15_000,
  })
  await expect(part(page, 'Contoso')).toContainText('You are still a guest of Contoso.')
})

test('a directory that is down holds up one organization over a reload, and no other', async ({
  page,
  simulator,
}) => {
  await signInEverywhere(page)
  await beginRound(page, 'Contoso', 'Fabrikam')
  await simulator.fail({ ...deletion, status: 503, headers: { 'retry-after': '0.2' } })
  await leave(page, 'Contoso')
  await expect(part(page, 'Contoso')).toContainText('Being left …')
  await expect(part(page, 'Contoso').getByRole('button')).toHaveCount(0)
  await page.reload()
  await expect(part(page, 'Contoso')).toContainText('Being left …')
  await expect(page.getByRole('button', { name: 'Leave Fabrikam …' })).toBeVisible()
  await simulator.heal()
  await expect(page.getByRole('status')).toContainText('1 of 2 organizations left.', {
    timeout: 20_000,
  })
})

test('the answer is lost: the question says so, and the page finds what became of it', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/ERR_FAILED/)
  errors.expectError(/403 .*\/v1\/me$/)
  await signInEverywhere(page)
  await beginRound(page, 'Contoso', 'Fabrikam')
  // The answer to the first one that could be accepted is lost.
  const keys: string[] = []
  await page.route('**/v1/me/departure', async (route) => {
    const request = route.request()
    const { challenge } = request.postDataJSON() as { challenge?: string }
    if (challenge) keys.push(request.headers()['idempotency-key'] ?? '')
    if (!challenge || keys.length > 1) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await ask(page, 'Contoso')
  await signInOnceMore(page, { organization: 'Contoso', button: 'Leave Contoso', mail: grace })
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Leave Contoso' }).click()
  await expect(question).toContainText('Whether you are leaving Contoso could not be seen.')
  const userInGraph = async () => (await groupNamesInGraph(simulator, 'contoso', grace)).user
  await expect.poll(userInGraph, { timeout: 15_000 }).toBeUndefined()
  await page.goto('/leave')
  await expect(page.getByRole('status')).toContainText('1 of 2 organizations left.', {
    timeout: 20_000,
  })
  await expect(page.getByRole('link', { name: 'Receipt for Contoso' })).toBeVisible()
  expect(new Set(keys).size).toBe(1)
})

test('whoever signs in as somebody else in between leaves nothing, and then only as themselves', async ({
  page,
  simulator,
}) => {
  await signInEverywhere(page)
  await beginRound(page, 'Contoso', 'Fabrikam')
  await ask(page, 'Contoso')
  await signInOnceMore(page, { organization: 'Contoso', button: 'Leave Contoso', mail: omar })
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText(`Your account ${grace} at Contoso ends`)
  const leaveButton = question.getByRole('button', { name: 'Leave Contoso' })
  await leaveButton.click()
  await expect(question).toContainText('You are still a guest of Contoso.')
  // However often: a sign-in of Omar's proves nothing of Grace, and the question is not about him.
  await question.getByRole('button', { name: 'Sign in once more' }).click()
  await chooseAccount(page, omar)
  await leaveButton.click()
  await expect(question).toContainText('You are still a guest of Contoso.')
  for (const mail of [grace, omar]) {
    expect((await groupNamesInGraph(simulator, 'contoso', mail)).user).toBeDefined()
  }

  await question.getByRole('button', { name: 'Sign in once more' }).click()
  await chooseAccount(page, grace)
  await leaveButton.click()
  await expect(page.getByRole('status')).toContainText('1 of 2 organizations left.', {
    timeout: 15_000,
  })
  expect((await groupNamesInGraph(simulator, 'contoso', grace)).user).toBeUndefined()
  expect((await groupNamesInGraph(simulator, 'contoso', omar)).user).toBe('Omar Haddad')
})

test('the way to it stands on the home page of whoever is a guest at two organizations', async ({
  page,
}) => {
  await signIn(page, 'contoso', grace)
  await goHome(page)
  await expect(cardOf(page, 'Contoso')).toContainText('Active')
  const way = page.getByRole('link', { name: 'Leave several of them' })
  await expect(way).toHaveCount(0)
  await visit(page, 'fabrikam')
  await goHome(page)
  await way.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leave several organizations')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('checkbox', { name: 'Contoso' })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('None is chosen')
  await expect(
    page.getByRole('navigation').getByRole('link', { name: 'My organizations' }),
  ).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('button', { name: 'See what ends' })).toHaveCount(0)
})

test('where nobody is signed in there is nothing to leave, and a way on', async ({ page }) => {
  await page.goto('/leave')
  await expect(
    page.getByRole('heading', { name: 'There is no organization to leave here' }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Back to my organizations' }).click()
  await expect(page).toHaveURL('/')
})

test('a place that the round does not have shows the round and asks nothing', async ({ page }) => {
  await signInEverywhere(page)
  await beginRound(page, 'Contoso', 'Fabrikam')
  for (const place of ['3', '0', 'contoso', '1e0']) {
    await page.goto(`/leave/${place}`)
    await expect(page.getByRole('button', { name: 'Leave Contoso …' })).toBeVisible()
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
  }
})

test('everybody can read the choice, what ends, and how it went', async ({ page, simulator }) => {
  await signInEverywhere(page)
  await goHome(page)
  await page.getByRole('link', { name: 'Leave several of them' }).click()
  await page.getByRole('checkbox', { name: 'Contoso' }).click()
  await page.getByRole('checkbox', { name: 'Woodgrove Bank' }).click()
  await expectReadable(page)
  await page.getByRole('button', { name: 'See what ends' }).click()
  await expect(page.getByRole('button', { name: 'Leave Contoso …' })).toBeVisible()
  await expect(part(page, 'Woodgrove Bank')).toContainText('does not let guests leave')
  await page.getByText('The way back, and what Foyer cannot see here').click()
  await expectReadable(page)
  await simulator.fail({ ...deletion, status: 503, headers: { 'retry-after': '0.2' } })
  await leave(page, 'Contoso')
  await expect(part(page, 'Contoso')).toContainText('Being left …')
  await expectReadable(page)
  await simulator.heal()
  await expect(page.getByRole('status')).toContainText('1 of 2 organizations left.', {
    timeout: 20_000,
  })
  await expectReadable(page)
})

async function signInEverywhere(page: Page): Promise<void> {
  await signIn(page, 'contoso', grace)
  await visit(page, 'fabrikam')
  await visit(page, 'woodgrove-bank')
}

/** Goes where Microsoft lets the person in without a question. */
async function visit(page: Page, slug: string): Promise<void> {
  await page.goto(`/o/${slug}`)
  await expect(page.getByRole('region', { name: 'Who you are here' })).toContainText(grace)
}

async function beginRound(page: Page, ...names: string[]): Promise<void> {
  await page.goto('/leave')
  for (const name of names) await page.getByRole('checkbox', { name }).click()
  await page.getByRole('button', { name: 'See what ends' }).click()
}

async function ask(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Leave ${name} …` }).click()
}

/** The whole way out of one organization of the round. */
async function leave(page: Page, name: string): Promise<void> {
  await ask(page, name)
  await signInOnceMore(page, { organization: name, button: `Leave ${name}`, mail: grace })
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('You have signed in once more.')
  await question.getByRole('button', { name: `Leave ${name}` }).click()
  await expect(question).toHaveCount(0)
}

/** Keeps a list of what the API wants to see a newer sign-in than. */
async function listChallenges(page: Page): Promise<string[]> {
  const challenges: string[] = []
  page.on('request', (request) => {
    if (!request.url().endsWith('/v1/me/departure') || request.method() !== 'POST') return
    const { challenge } = request.postDataJSON() as { challenge?: string }
    if (challenge) challenges.push(challenge)
  })
  return challenges
}

/** The card of one organization of the round. */
function part(page: Page, name: string): Locator {
  return page.getByRole('main').getByRole('region', { name: new RegExp(`^${name}`) })
}
