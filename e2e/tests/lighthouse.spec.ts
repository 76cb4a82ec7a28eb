import { chromium } from '@playwright/test'
import lighthouse, { type Result } from 'lighthouse'
import { beInvited, mei } from '../world/invitation.ts'
import { findFreePort } from '../world/processes.ts'
import { expect, test } from '../world/test.ts'

test.use({ followsFeeds: true })

/** Lighthouse colours red what is below this. How quick a page is depends on what else the machine does. */
const leastPerformance = 0.5

const metrics = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
]

test('Lighthouse reads the page of an invitation on a phone, and nothing is red', async ({
  browser,
  baseURL,
  simulator,
  launchOptions,
}) => {
  const { path } = await beInvited(browser, baseURL, simulator, { mail: mei, name: 'Mei Tanaka' })
  const port = await findFreePort()
  const phone = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`],
  })
  const { audits, categories } = await read(new URL(path, baseURL).href, port)
  await phone.close()

  const broken = Object.values(audits).filter(({ score }) => score !== null && score < 1)
  const explanation = broken.map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`).join('\n')
  expect(categories['accessibility']?.score, explanation).toBe(1)
  expect(categories['best-practices']?.score, explanation).toBe(1)
  expect(categories['performance']?.score, explanation).toBeGreaterThanOrEqual(leastPerformance)
  expect(audits['cumulative-layout-shift']?.numericValue).toBeLessThan(0.01)
})

/** As on Lighthouse's own phone: a slow processor behind a slow network. */
async function read(url: string, port: number): Promise<Pick<Result, 'audits' | 'categories'>> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    // What nobody is to find by a search engine is not made for one.
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
  })
  if (!result) throw new Error('Lighthouse read nothing')
  const { audits, categories } = result.lhr
  if (process.env['FIGURES']) {
    for (const id of metrics) console.log(id, audits[id]?.displayValue, audits[id]?.score)
    console.log('performance', categories['performance']?.score)
  }
  return { audits, categories }
}
