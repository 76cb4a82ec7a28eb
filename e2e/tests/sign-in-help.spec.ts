import { expectReadable } from '../world/readable.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount } from '../world/visitor.ts'

const mei = 'mei@gmail.example'

test('Mei pastes what Microsoft showed her at Contoso, and is led to the choice of another account', async ({
  page,
  errors,
}) => {
  errors.expectError(/400 .*\/login/)
  await page.goto('/o/contoso')
  await page.getByRole('button', { name: 'Sign in at Contoso' }).click()
  await chooseAccount(page, mei)
  await expect(page.getByText(/^AADSTS50020: User account/)).toBeVisible()
  const shown = await page.locator('body').innerText()

  await page.goto('/o/contoso')
  await page.getByRole('link', { name: 'What its messages mean' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('When Microsoft does not let you in')
  await expect(heading).toBeFocused()
  await page.getByRole('textbox', { name: 'Message or code' }).fill(shown)
  await page.getByRole('button', { name: 'Explain this message' }).press('Enter')

  await expect(heading).toHaveText('This account is not a guest there')
  await expect(heading).toBeFocused()
  const main = page.getByRole('main')
  await expect(main).toContainText(mei)
  await expect(main.getByRole('listitem')).toHaveText([
    /^Who must actYouChoose the account to which the invitation went\./,
    /^Not neededYour own organization/,
    /^Not neededThe organization that invited you/,
  ])
  await expect(main).toContainText('For a help desk: AADSTS50020')
  await expectReadable(page)
  await page.getByRole('button', { name: 'Choose another account' }).click()
  await expect(page.getByRole('button', { name: 'grace@adatum.com' })).toBeVisible()
})

test('what has no code is said at its field, and what nobody knows is not guessed', async ({
  page,
}) => {
  await page.goto('/help/sign-in')
  const field = page.getByRole('textbox', { name: 'Message or code' })
  const explain = page.getByRole('button', { name: 'Explain this message' })
  await field.fill('It does not work')
  await explain.click()
  await expect(page.getByRole('main')).toContainText('There is no code in it.')
  await expect(field).toBeFocused()
  await expectReadable(page)

  await field.fill('AADSTS9999999: something new')
  await explain.click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Foyer does not know this message')
  await expect(page.getByRole('listitem')).toHaveText([/^Who must actYouLook the code up/])

  await field.fill('AADSTS500212')
  await explain.click()
  await expect(heading).toHaveText('Your own organization does not let you in there')
  await expect(page.getByRole('listitem').first()).toHaveText(
    /^Who must actYour own organizationIts administrators can change that/,
  )
  await expect(page.getByRole('button', { name: /Choose|Sign in again/ })).toHaveCount(0)
})
