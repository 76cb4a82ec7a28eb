import { cardOf, goHome } from '../world/home.ts'
import { press, reach } from '../world/keys.ts'
import { letRulesHold } from '../world/policy.ts'
import { expectReadable } from '../world/readable.ts'
import {
  addressOfRequest,
  askTo,
  card,
  inDays,
  open,
  openQuestion,
  sam,
  timeline,
} from '../world/stay.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, enterCode, openOffice } from '../world/visitor.ts'

// Who has which end is known of what is remembered of the directory, in which nothing is changed here.
test.use({ followsFeeds: true })

const lena = 'lena@atelier-vogel.example'
const asking = '**/v1/me/stay-request'

test.beforeEach(async ({ errors, simulator }) => {
  // Whoever is no guest has no groups to be shown.
  errors.expectError(/403 .*\/v1\/me\/groups/)
  await simulator.choose({ resourceManager: 'silent' })
})

test.describe('where a sponsor confirms guests every twelve days', () => {
  test.beforeEach(async ({ baseURL, simulator }) => {
    await letRulesHold(simulator, baseURL, { confirmEveryDays: 12 })
  })

  test('Lena sees her last day and why, asks to stay, and Sam reads it in a mail', async ({
    page,
    simulator,
    browser,
    baseURL,
  }) => {
    await page.goto('/o/contoso')
    await page.getByRole('button', { name: 'Sign in at Contoso' }).click()
    await chooseAccount(page, lena)
    await enterCode(page, simulator, lena)
    await expect(timeline(page)).toHaveCount(3)
    await expect(page.getByRole('main')).toContainText(
      /You are a guest here until \d+ December 2026, because nobody has confirmed yet that you are still needed\./,
    )
    await expect(page.getByText('Ends in 12 days', { exact: true })).toBeVisible()
    await expect(timeline(page)).toHaveCount(3)
    await expect(timeline(page).nth(1)).toHaveText('Today12 days left')
    await expect(timeline(page).nth(2)).toContainText('Last day of your access')

    await askTo(page, await inDays(page, 30), 'The harbour is not rebuilt yet.')
    await expect(card(page)).toContainText(
      /You asked on .* to stay until .*\. Sam Okafor decides\./,
    )
    await expect(card(page)).toContainText('You wrote: The harbour is not rebuilt yet.')
    await expect(page.getByRole('status')).toContainText('Sam Okafor decides.')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.reload()
    await expect(card(page)).toContainText('Sam Okafor decides.')
    await expect(card(page).getByRole('link', { name: 'Ask to extend' })).toHaveCount(0)

    const office = await openOffice(browser, baseURL)
    await office.goto(await addressOfRequest(simulator, 'Lena Vogel'))
    await expect(office).toHaveURL(/\/o\/contoso\/guests\/[0-9a-f-]{36}$/)
  })

  test('Grace takes her request back, and asks again', async ({ page }) => {
    await open(page)
    await askTo(page, await inDays(page, 20), 'For the tender.')
    await card(page).getByRole('button', { name: 'Take it back' }).click()
    await expect(page.getByRole('status')).toContainText('You took your request back.')
    await expect(card(page)).not.toContainText('For the tender.')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

    await askTo(page, await inDays(page, 40), 'For the tender, and longer.')
    await expect(card(page)).toContainText('You wrote: For the tender, and longer.')
  })

  test('a double click asks once', async ({ page, simulator }) => {
    await open(page)
    let requests = 0
    page.on('request', (request) => {
      if (request.url().endsWith('/v1/me/stay-request') && request.method() === 'POST')
        requests += 1
    })
    const question = await openQuestion(page)
    await question.getByLabel('Until when').fill(await inDays(page, 30))
    await question.getByLabel('Why').fill('Twice')
    await question.getByRole('button', { name: /^Ask to stay until/ }).dblclick()
    await expect(card(page)).toContainText('You wrote: Twice')
    expect(requests).toBe(1)
    await addressOfRequest(simulator, 'Grace Adeyemi')
    const asked = (await simulator.mails()).filter(({ to }) => to === sam)
    expect(asked).toHaveLength(1)
  })

  test('days that cannot be asked for say why, and nothing is sent', async ({ page }) => {
    await open(page)
    let isSent = false
    await page.route(asking, async (route) => {
      isSent = true
      await route.continue()
    })
    const question = await openQuestion(page)
    const day = question.getByLabel('Until when')
    const ask = question.getByRole('button', { name: 'Ask to stay', exact: true })
    await expect(day).toBeFocused()
    await expect(question).toContainText(/Contoso allows until \d+ \w+ 2027\./)
    await ask.click()
    await expect(question).toContainText('Choose a day.')
    await expect(day).toBeFocused()
    for (const [wanted, words] of [
      [await inDays(page, -1), /Choose a later day: the first that you can ask for is/],
      [await inDays(page, 12), /Choose a later day: the first that you can ask for is/],
      ['2029-01-01', /Contoso allows until \d+ \w+ 2027\. Choose an earlier day\./],
    ] as const) {
      await day.fill(wanted)
      await expect(question).toContainText(words)
      await ask.click()
      await expect(day).toBeFocused()
    }
    await day.fill(await inDays(page, 13))
    await question.getByRole('button', { name: /^Ask to stay until/ }).click()
    await expect(question).toContainText('Say why, in a few words.')
    await expect(question.getByLabel('Why')).toBeFocused()
    await question.getByLabel('Why').fill('w'.repeat(498))
    await question.getByLabel('Why').press('End')
    await page.keyboard.type('what is too much')
    await expect(question).toContainText('500 of 500 characters')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(card(page).getByRole('link', { name: 'Ask to extend' })).toBeFocused()
    expect(isSent).toBe(false)
  })

  test('the directory is down: nothing was sent, and it says so', async ({
    page,
    simulator,
    errors,
  }) => {
    errors.expectError(/50\d .*\/v1\/me/)
    await open(page)
    const question = await openQuestion(page)
    await question.getByLabel('Until when').fill(await inDays(page, 30))
    await question.getByLabel('Why').fill('For the tender.')
    await simulator.fail({ path: '/v1.0/*', organization: 'contoso', status: 503 })
    await question.getByRole('button', { name: /^Ask to stay until/ }).click()
    await expect(question.getByRole('alert')).toContainText('Nothing was sent. The directory of')
    await simulator.heal()
    await question.getByRole('button', { name: 'Try again' }).click()
    await expect(card(page)).toContainText('You wrote: For the tender.')
  })

  test('Grace asks and takes it back with the keyboard alone', async ({ page }) => {
    await open(page)
    const wanted = await inDays(page, 30)
    await press(page, card(page).getByRole('link', { name: 'Ask to extend' }))
    const question = page.getByRole('dialog')
    await expect(question.getByLabel('Until when')).toBeFocused()
    // Day, month and year are typed as the browser of the test writes them.
    const [year, month, day] = wanted.split('-')
    await page.keyboard.type(`${month}${day}${year}`)
    await expect(question.getByLabel('Until when')).toHaveValue(wanted)
    await reach(page, question.getByLabel('Why'))
    await page.keyboard.type('With the keyboard')
    await press(page, question.getByRole('button', { name: /^Ask to stay until/ }))
    await expect(card(page)).toContainText('You wrote: With the keyboard')
    await press(page, card(page).getByRole('button', { name: 'Take it back' }))
    await expect(page.getByRole('status')).toContainText('You took your request back.')
    await press(page, card(page).getByRole('link', { name: 'Ask to extend' }))
    await expect(question.getByLabel('Until when')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(card(page).getByRole('link', { name: 'Ask to extend' })).toBeFocused()
  })

  test('at home the near end comes first, until somebody is asked', async ({ page }) => {
    await open(page)
    await goHome(page)
    const pressing = page.getByRole('region', { name: 'Needs you' })
    await expect(cardOf(page, 'Contoso')).toContainText('Ends in 12 days')
    await expect(cardOf(page, 'Contoso')).toContainText(/The last day of your access is \d+ Dec/)
    await expect(pressing.getByRole('article', { name: 'Contoso' })).toBeVisible()
    await page.getByRole('link', { name: 'Open Contoso' }).click()
    await askTo(page, await inDays(page, 30), 'For the tender.')
    await goHome(page)
    await expect(cardOf(page, 'Contoso')).toContainText('Ends in 12 days')
    await expect(pressing).toHaveCount(0)
  })

  test('in German, the page speaks German', async ({ page }) => {
    await open(page)
    await page.getByRole('button', { name: 'Language: English' }).click()
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
    const german = page.getByRole('region', { name: 'Wie lange Sie Zugang haben' })
    await expect(german).toContainText('Noch 12 Tage')
    await expect(page.getByRole('main')).toContainText(/Sie sind hier Gast bis zum \d+\. Dezember/)
    await german.getByRole('link', { name: 'Um Verlängerung bitten' }).click()
    const question = page.getByRole('dialog', { name: 'Darum bitten, bei Contoso zu bleiben' })
    await expect(question).toContainText('Sam Okafor bekommt eine Mail damit und entscheidet.')
  })

  test('everybody can read the card, the question and what was asked', async ({ page }) => {
    await open(page)
    await expectReadable(page)
    const question = await openQuestion(page)
    await question.getByLabel('Until when').fill('2029-01-01')
    await question.getByRole('button', { name: 'Ask to stay' }).click()
    await expectReadable(page)
    await question.getByLabel('Until when').fill(await inDays(page, 30))
    await question.getByLabel('Why').fill('w'.repeat(100))
    await question.getByRole('button', { name: /^Ask to stay until/ }).click()
    await expect(card(page)).toContainText('You wrote')
    await expectReadable(page)
  })
})
