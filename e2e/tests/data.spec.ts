import { readFile } from 'node:fs/promises'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

test('Grace reads what is held about her at Contoso, and saves it as a file', async ({ page }) => {
  await signIn(page, 'contoso', 'grace@adatum.com')
  await page.getByRole('link', { name: 'Read all that is held about you, and save it' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'What is held about you at Contoso',
  )
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const directory = page.getByRole('region', { name: 'In the directory of Contoso' })
  await expect(directory).toContainText('In 7 groups')
  await expect(directory).toContainText('Tender 2026')
  await expect(directory).toContainText('Sam Okafor')
  await expect(page.getByRole('region', { name: 'Who you are here' })).toContainText('Adatum')
  await expect(page.getByRole('region', { name: 'Mails about you' })).toBeVisible()

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('foyer-contoso.json')
  const data = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    directory: { mail: string; groups: { name: string }[] }
  }
  expect(data.directory.mail).toBe('grace@adatum.com')
  expect(data.directory.groups).toHaveLength(7)
})

test('where guests are not shown their groups, neither page nor file names them', async ({
  page,
}) => {
  await signIn(page, 'northwind', 'priya@tailspin.com')
  await page.goto('/o/northwind/data')
  const directory = page.getByRole('region', { name: 'In the directory of Northwind' })
  await expect(directory).toContainText('In 2 groups')
  await expect(directory).toContainText('does not show its guests which groups these are')
})

test('the directory is away: the page says so, and is read again', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/50\d .*\/v1\/me\/data/)
  await signIn(page, 'contoso', 'grace@adatum.com')
  await simulator.fail({ path: '/v1.0/users/*', status: 503 })
  await page.goto('/o/contoso/data')
  const retry = page.getByRole('button', { name: 'Try again' })
  await expect(retry).toBeVisible()
  await simulator.heal()
  await retry.click()
  await expect(page.getByRole('region', { name: 'In the directory of Contoso' })).toBeVisible()
})
