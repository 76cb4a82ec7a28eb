import { Trans, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import shell from '../shell/shell.module.css'
import { StatusRegion } from '../ui/announce.tsx'
import { Logo } from '../ui/logo.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { OfflineNote } from './offline-note.tsx'

/** What stands around the page of an invitation: as around the portal's pages, but nothing of them. */
export function InvitationShell({ children }: { children: ReactNode }) {
  // Every text below is read again in another language.
  const { i18n } = useLingui()
  return (
    <div className={shell.shell}>
      <a className={shell.skip} href="#main">
        <Trans id="shell.skip" message="Skip to the content" />
      </a>
      <header className={shell.header}>
        <div className={shell.bar}>
          <a
            className={shell.brand}
            href="/"
            aria-label={i18n._(/*i18n*/ { id: 'shell.home', message: 'Foyer, start page' })}
          >
            <Logo size={28} />
            Foyer
          </a>
          <LanguageChoice />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={shell.main}>
        <StatusRegion before={<OfflineNote />}>{children}</StatusRegion>
      </main>
      <footer className={shell.footer}>
        <div className={shell.footerBar}>
          <span>
            <Trans
              id="shell.promise"
              message="Foyer shows what each organization’s own directory says of you. It keeps no list of where you belong."
            />
          </span>
          <a href="/privacy">
            <Trans id="shell.privacy" message="Privacy" />
          </a>
          <a href="/help/sign-in">
            <Trans id="shell.sign-in-help" message="Help with signing in" />
          </a>
        </div>
      </footer>
    </div>
  )
}
