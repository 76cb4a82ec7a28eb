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
  for (const { colorScheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(viewport)
    await page.evaluate(waitForColours)
    await expectReadableAsItIs(page, `in ${colorScheme}, ${viewport.width} pixels wide`)
  }
  if (before) await page.setViewportSize(before)
}

/** In a page: new colours are there two frames later, but for those that fade. */
async function waitForColours(): Promise<void> {
  // What Chromium leaves out because nobody sees it yet keeps the colours that it had.
  const shown = new CSSStyleSheet()
  shown.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [shown]
  // What fades may have others fade after it, one more at each frame: their own word that they have
  // finished does not come for those that are taken off meanwhile.
  for (;;) {
    for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve))
    // Chromium keeps some that have long finished.
    const fading = document.getAnimations().filter((each) => each instanceof CSSTransition)
    if (fading.every(({ playState }) => playState === 'finished')) return
  }
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
