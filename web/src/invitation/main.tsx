import '../theme/fonts.css'
import '../theme/base.css'
import './tokens.css'
import bodyFont from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'
import titleFont from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { StrictMode } from 'react'
import { preload } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { createCall } from '../call.ts'
import { activateLanguage, findLanguage } from '../language/languages.ts'
import { invitationCatalogues } from './invitation-catalogues.ts'
import { InvitationPage } from './invitation-page.tsx'
import { InvitationShell } from './invitation-shell.tsx'
import { LostPage } from './lost-page.tsx'
import { readAddress } from './read-address.ts'
import { askForInvitation } from './use-invitation.ts'

// The title's font counts only if it is there before the title is.
for (const font of [titleFont, bodyFont]) {
  preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
}

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for the invitation.')

const address = readAddress(window.location)
// Why accepting led back here is told once: a page that is loaded again tells how it stands then.
if (address.because) window.history.replaceState(null, '', window.location.pathname)

// Kept whole by the browser while Microsoft's page was open, it would still say that it waits.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload()
})

const call = createCall({
  tokens: { getToken: () => Promise.reject(new Error('Nobody is signed in on this page.')) },
  origin: window.location.origin,
  languageOf: () => i18n.locale,
})

// The words and what they are about come at the same time.
const { token, because } = address
const asked = token === undefined ? undefined : askForInvitation(token, call)
await activateLanguage(findLanguage(localStorage, navigator.languages), invitationCatalogues)
createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <InvitationShell>
        {token === undefined || asked === undefined ? (
          <LostPage call={call} />
        ) : (
          <InvitationPage token={token} because={because} call={call} first={asked} />
        )}
      </InvitationShell>
    </I18nProvider>
  </StrictMode>,
)
