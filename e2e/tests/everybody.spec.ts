import { groupNamesInGraph } from '../world/directory.ts'
import { cardOf, goHome, nameOrganization } from '../world/home.ts'
import type { Page } from '@playwright/test'
import { expect, test } from '../world/test.ts'
import { chooseAccount, enterCode, signIn } from '../world/visitor.ts'

interface Guest {
  readonly name: string
  readonly mail: string
  readonly slug: string
  readonly organization: string
  readonly signsInWith: string
  readonly leaves: string
  /** A group that is not theirs to leave, and why. */
  readonly stays: readonly [group: string, reason: string]
}

const guests: readonly Guest[] = [
  {
    name: 'Omar Haddad',
    mail: 'omar@outlook.example',
    slug: 'contoso',
    organization: 'Contoso',
    signsInWith: 'Personal Microsoft account',
    leaves: 'Supplier Quality',
    stays: ['Board Papers', 'protects it from changes by apps'],
  },
  {
    name: 'Mei Tanaka',
    mail: 'mei@gmail.example',
    slug: 'fabrikam',
    organization: 'Fabrikam',
    signsInWith: 'Google account',
    leaves: 'Winter Works',
    stays: ['Fabrikam Visitors', 'its rule would add you again'],
  },
  {
    name: 'Lena Vogel',
    mail: 'lena@atelier-vogel.example',
    slug: 'contoso',
    organization: 'Contoso',
    signsInWith: 'Code by e-mail',
    leaves: 'Harbour Redevelopment',
    stays: ['Atelier Exchange', 'you own it without being a member'],
  },
  {
    name: 'Pierre Marchand',
    mail: 'pierre@marchand.example',
    slug: 'fabrikam',
    organization: 'Fabrikam',
    signsInWith: 'The sign-in of your own company',
    leaves: 'Plant Maps',
    stays: ['Fabrikam Visitors', 'its rule would add you again'],
  },
]

for (const { name, mail, slug, organization, signsInWith, leaves, stays } of guests) {
  test(`${name} (${signsInWith}) sees ${organization} and leaves ${leaves}`, async ({
    page,
    simulator,
    errors,
  }) => {
    // Where Resource Manager answers, Pierre is also asked for at Woodgrove Bank.
    if (name === 'Pierre Marchand') errors.expectError(/400 .*\/token/)
    await page.goto(`/o/${slug}`)
    await page.getByRole('button', { name: /^Sign in at/ }).click()
    await chooseAccount(page, mail)
    if (signsInWith === 'Code by e-mail') await enterCode(page, simulator, mail)

    await expect(identityOf(page)).toContainText(mail)
    await expect(identityOf(page)).toContainText(signsInWith)
    await expect(page.getByRole('button', { name: `Account: ${name} ${mail}` })).toBeVisible()
    await goHome(page)
    await cardOf(page, organization)
      .getByRole('link', { name: `Open ${organization}` })
      .click()

    const [lockedGroup, reason] = stays
    await expect(groupOf(page, lockedGroup)).toContainText(reason)
    await page.getByRole('button', { name: `Leave group ${leaves}` }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: `Leave ${leaves}` })
      .click()
    await expect(page.getByRole('status')).toContainText(`You left the group ${leaves}`)

    const { user, groups } = await groupNamesInGraph(simulator, slug, mail)
    expect(user).toBe(name)
    expect(groups).not.toContain(leaves)
  })
}

test('Pierre is shut out of Woodgrove Bank, and his card says so once its answer is known', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/400 .*\/token/)
  // Known for accounts with an Entra home only; where it holds for Pierre too, he is told at once.
  await simulator.choose({ refreshTokenElsewhere: 'every-account' })
  await signIn(page, 'fabrikam', 'pierre@marchand.example')
  await goHome(page)
  await nameOrganization(page, 'woodgrovebank.com')
  await expect(page.getByRole('heading', { name: 'Sign in at Woodgrove Bank' })).toBeVisible()
  await goHome(page)

  await expect(cardOf(page, 'Fabrikam')).toContainText('Active')
  await expect(cardOf(page, 'Woodgrove Bank')).toContainText('Blocked')
  await expect(cardOf(page, 'Woodgrove Bank')).toContainText('Only Woodgrove Bank can change that')
})

test('Pierre is shut out of Woodgrove Bank, and asked about it when he comes back', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/400 /)
  await simulator.choose({ refreshTokenElsewhere: 'work-accounts-only' })
  await signIn(page, 'fabrikam', 'pierre@marchand.example')
  await goHome(page)
  await nameOrganization(page, 'woodgrovebank.com')
  await expect(page.getByRole('heading', { name: 'Sign in at Woodgrove Bank' })).toBeVisible()
  await goHome(page)
  const card = cardOf(page, 'Woodgrove Bank')
  await expect(card).toContainText('Sign-in needed')
  await card.getByRole('button', { name: 'Sign in at Woodgrove Bank' }).click()
  await expect(page.getByText(/^AADSTS50057: /)).toBeVisible()

  await page.goto('/')
  await expect(page.getByText('Did Microsoft stop you at Woodgrove Bank?')).toBeVisible()
  await expect(cardOf(page, 'Fabrikam')).toContainText('Active')
})

test('Rosa, who holds a role at Contoso, is told that Foyer does not end such an access', async ({
  page,
}) => {
  await signIn(page, 'contoso', 'rosa@adatum.com')
  await expect(notesOf(page)).toContainText('You hold an administrator role here')
  await expect(groupOf(page, 'All Partners')).toContainText('its rule would add you again')

  await page.getByRole('link', { name: 'End my access at Contoso' }).click()
  await expect(page.getByRole('main')).toContainText('holds an administrator role at Contoso')
  await expect(page.getByRole('main')).toContainText('privacy@contoso.com')
  await expect(page.getByRole('button', { name: /^Leave Contoso/ })).toHaveCount(0)
})

test('Emil, whom his home brings to Fabrikam, is told that it may bring him back', async ({
  page,
}) => {
  await signIn(page, 'fabrikam', 'emil@adatum.com')
  await expect(notesOf(page)).toContainText('puts its people into Fabrikam automatically')
  await expect(groupOf(page, 'Fabrikam Visitors')).toContainText('its rule would add you again')

  await page.getByRole('link', { name: 'End my access at Fabrikam' }).click()
  await expect(page.getByRole('main')).toContainText('may bring you back within hours')
  await expect(page.getByRole('button', { name: /^Leave Fabrikam/ })).toBeVisible()
})

const notGuests = [
  {
    name: 'Yuki',
    mail: 'yuki@adatum.com',
    standing: 'External member',
    lead: 'You are a member here with an account from elsewhere, not a guest.',
  },
  {
    name: 'Tom',
    mail: 'tom@contoso.com',
    standing: 'Internal guest',
    lead: 'You are a guest here with an account of Contoso itself.',
  },
  {
    name: 'Noor',
    mail: 'noor@contoso.com',
    standing: 'Member',
    lead: 'You are a member of Contoso, not a guest.',
  },
  {
    name: 'Sam',
    mail: 'sam@contoso.com',
    standing: 'Member',
    lead: 'You are a member of Contoso, not a guest.',
  },
]

for (const { name, mail, standing, lead } of notGuests) {
  test(`${name} is known as ${standing.toLowerCase()} of Contoso, and has nothing to leave by Foyer`, async ({
    page,
    errors,
  }) => {
    // The groups are asked for before it is known that a member has none to be shown.
    errors.expectError(/403 .*\/v1\/me\/groups/)
    await signIn(page, 'contoso', mail)
    await expect(page.getByRole('main')).toContainText(lead)
    await expect(identityOf(page)).toContainText(mail)
    await expect(page.getByRole('button', { name: /^Leave/ })).toHaveCount(0)
    await expect(page.getByRole('link', { name: /^End my access/ })).toHaveCount(0)

    await goHome(page)
    await expect(cardOf(page, 'Contoso')).toContainText(standing)
    await page.goto('/o/contoso/leave')
    await expect(page.getByRole('main')).toContainText('Foyer ends only the access of guests')
    await expect(page.getByRole('button', { name: /^Leave/ })).toHaveCount(0)
  })
}

test('Yuki sees what she is in at Contoso, and who alone can take her out', async ({ page }) => {
  await signIn(page, 'contoso', 'yuki@adatum.com')
  await expect(groupOf(page, 'All Partners')).toContainText('A rule of Contoso adds everyone')
  await expect(page.getByRole('main')).toContainText('only Contoso can take you out of it')
})

function identityOf(page: Page) {
  return page.getByRole('region', { name: 'Who you are here' })
}

function notesOf(page: Page) {
  return page.getByRole('region', { name: 'What applies to you' })
}

function groupOf(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name }) })
}
