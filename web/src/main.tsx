import './theme/fonts.css'
import './theme/base.css'
import bodyFont from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'
import titleFont from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { StrictMode } from 'react'
import { preload } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { createCall } from './call.ts'
import { readConfiguration } from './configuration.ts'
import { activateLanguage, findLanguage } from './language/languages.ts'
import { portalCatalogues } from './language/portal-catalogues.ts'
import { createRouter } from './router.tsx'
import { SessionProvider } from './session/session-provider.tsx'
import { startSession } from './session/session.ts'
import { ThemeProvider } from './theme/theme-provider.tsx'
import { focusHeading } from './ui/page-title.tsx'

// The title's font counts only if it is there before the title is.
for (const font of [titleFont, bodyFont]) {
  preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
}

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for Foyer.')

try {
  await start(place)
} catch (error) {
  tellThatNothingStarts(place)
  throw error
}

async function start(root: HTMLElement) {
  const [session] = await Promise.all([
    startSession(readConfiguration(document)),
    activateLanguage(findLanguage(localStorage, navigator.languages), portalCatalogues),
  ])
  const { origin } = window.location
  const call = createCall({ tokens: session, origin, languageOf: () => i18n.locale })
  const router = createRouter(session, call)

  // Whoever comes back from Microsoft has changed pages, though the router saw only one.
  if (session.isBackFromSignIn) focusHeading()

  // Kept whole by the browser while Microsoft's page was open, it would still say that it waits.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload()
  })

  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <ThemeProvider>
          <SessionProvider session={session}>
            <RouterProvider router={router} />
          </SessionProvider>
        </ThemeProvider>
      </I18nProvider>
    </StrictMode>,
  )
}

// Neither language nor theme can be counted on here.
function tellThatNothingStarts(root: HTMLElement) {
  const sentence = document.createElement('p')
  sentence.setAttribute('role', 'alert')
  sentence.textContent =
    'Foyer could not start in this browser. Load the page again; it needs a secure address (https) and storage that is not blocked.'
  root.replaceChildren(sentence)
}
