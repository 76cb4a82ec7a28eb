import axe from 'axe-core'
import { expect, type Page } from '@playwright/test'

// Both colours, and both ends of what a page has room for.
const looks = [
  { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
  { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
] as const

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * In dark on the narrowest phone and in light at a desk, no rule of WCAG A and AA to 2.2 is broken, and
 * nothing has to be moved sideways. The page is left as wide as it was, and in light.
 */
export async function expectReadable(page: Page): Promise<void> {
  const before = page.viewportSize()
  // Chromium paints a page behind another one only once a second.
  await page.bringToFront()
  await page.evaluate(showAtOnce)
  for (const { colorScheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(viewport)
    await page.evaluate(waitForFrames)
    await expectReadableAsItIs(page, `in ${colorScheme}, ${viewport.width} pixels wide`)
  }
  if (before) await page.setViewportSize(before)
}

/** In a page: nothing fades, and what Chromium leaves out because nobody sees it yet has its colours too. */
function showAtOnce(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`*, *::before, *::after {
    content-visibility: visible !important;
    transition: none !important;
  }`)
  document.adoptedStyleSheets = [sheet]
}

/** In a page: what was changed is there two frames later. */
async function waitForFrames(): Promise<void> {
  for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve))
}

async function expectReadableAsItIs(page: Page, look: string): Promise<void> {
  expect(await listBroken(page, wcag), look).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, look).toBeLessThanOrEqual(0)
}

/** As the page is: no rule is broken, the good practices of axe among them. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await listBroken(page)).toEqual([])
}

/** By rule, the elements that break it. Axe goes into the page once: most of the time is its own. */
async function listBroken(page: Page, rules?: readonly string[]) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async (runOnly) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
      // Fluent's focus guards are empty on purpose and hidden from everybody.
      { exclude: ['[data-tabster-dummy]'] },
      { resultTypes: ['violations'], ...(runOnly ? { runOnly: [...runOnly] } : {}) },
    )
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))
  }, rules)
}
