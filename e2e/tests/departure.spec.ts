import { letSignInsBeFresh } from '../world/departure.ts'
import { groupNamesInGraph } from '../world/directory.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount, signIn } from '../world/visitor.ts'

test('Grace leaves Fabrikam after signing in once more, and the directory can restore her', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/401 .*\/v1\/me\/departure/)
  await letSignInsBeFresh(simulator)
  await signIn(page, 'fabrikam', 'grace@adatum.com')
  await page.goto('/o/fabrikam/leave')
  await expect(page.getByRole('main')).toContainText('unless one deletes it earlier')

  await page.getByRole('button', { name: /^Leave Fabrikam/ }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('button', { name: 'Stay' })).toBeFocused()
  await dialog.getByRole('textbox').fill('fabrikam')
  await dialog.getByRole('button', { name: /^Leave Fabrikam/ }).click()
  await chooseAccount(page, 'grace@adatum.com')

  // Back in the same dialog, with what was typed; nothing has happened without one more click.
  await expect(page.getByRole('alertdialog').getByRole('textbox')).toHaveValue('fabrikam')
  expect((await groupNamesInGraph(simulator, 'fabrikam', 'grace@adatum.com')).user).toBeDefined()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Leave Fabrikam/ })
    .click()

  await expect(page.getByRole('heading', { level: 1, name: /left Fabrikam/ })).toBeVisible()
  expect((await groupNamesInGraph(simulator, 'fabrikam', 'grace@adatum.com')).user).toBeUndefined()
  const path = '/v1.0/directory/deletedItems/microsoft.graph.user?$select=id,mail'
  const { body } = await simulator.graph('fabrikam', path)
  expect(JSON.stringify(body)).toContain('grace@adatum.com')
})

test('Woodgrove Bank refuses, names its privacy contact and shows the way to Microsoft', async ({
  page,
}) => {
  await signIn(page, 'woodgrove-bank', 'grace@adatum.com')
  await page.goto('/o/woodgrove-bank/leave')

  const main = page.getByRole('main')
  await expect(main).toContainText('Woodgrove Bank does not let guests leave by themselves.')
  await expect(main).toContainText(/privacy@woodgrove/)
  await expect(main.getByRole('link', { name: /Microsoft’s own leave page/ })).toHaveAttribute(
    'href',
    /^https:\/\/myaccount\.microsoft\.com/,
  )
  await expect(page.getByRole('button', { name: /^Leave Woodgrove/ })).toHaveCount(0)
})
