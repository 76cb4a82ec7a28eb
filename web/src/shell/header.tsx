import { BuildingRegular } from '@fluentui/react-icons/svg/building'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { NotebookRegular } from '@fluentui/react-icons/svg/notebook'
import { Trans, useLingui } from '@lingui/react'
import { Link, useMatch } from 'react-router'
import { paths, routes } from '../paths.ts'
import { useAccounts, useOffice } from '../session/session-provider.tsx'
import { Logo } from '../ui/logo.tsx'
import { AccountMenu } from './account-menu.tsx'
import { OfficeLinks } from './office-links.tsx'
import { LanguageMenu } from './language-menu.tsx'
import styles from './shell.module.css'

export function Header() {
  const { i18n } = useLingui()
  const { accounts } = useAccounts()
  const isHome = useMatch(routes.home) !== null
  const isRecord = useMatch(routes.record) !== null
  const organization = useMatch({ path: routes.organization, end: false })
  const isGuests = useMatch({ path: routes.guests, end: false }) !== null
  const isInvitations = useMatch({ path: routes.invitations, end: false }) !== null
  const isPolicy = useMatch(routes.policy) !== null
  // Of an organization's places the nearest one is shown.
  const isOrganization = organization !== null && !isGuests && !isInvitations && !isPolicy
  const slug = organization?.params.slug
  const office = useOffice(slug ?? '')
  const isInbox = useMatch(routes.inbox) !== null
  const isRound = useMatch({ path: routes.round, end: false }) !== null
  const [first, ...more] = accounts
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link
          className={styles.brand}
          to={paths.home}
          aria-label={i18n._({ id: 'header.home', message: 'Foyer, start page' })}
        >
          <Logo size={28} />
          Foyer
        </Link>
        {first ? (
          <nav
            className={styles.nav}
            aria-label={i18n._({ id: 'header.nav', message: 'Main places' })}
          >
            <Link
              className={styles.place}
              to={paths.home}
              aria-current={isHome ? 'page' : isOrganization || isRound ? 'true' : undefined}
            >
              <span className={styles.placeIcon}>
                <BuildingRegular />
              </span>
              <span className={styles.placeName}>
                <Trans id="header.organizations" message="My organizations" />
              </span>
              <span className={styles.placeWord}>
                <Trans id="header.organizations.short" message="Organizations" />
              </span>
            </Link>
            {/* An organization's own people have its invitations in this place. */}
            {office ? null : (
              <Link
                className={styles.place}
                to={paths.inbox}
                aria-current={isInbox ? 'page' : undefined}
              >
                <span className={styles.placeIcon}>
                  <MailRegular />
                </span>
                <Trans id="header.invitations" message="Invitations" />
              </Link>
            )}
            <Link
              className={styles.place}
              to={paths.record}
              aria-current={isRecord ? 'page' : undefined}
            >
              <span className={styles.placeIcon}>
                <NotebookRegular />
              </span>
              <Trans id="record.window" message="My record" />
            </Link>
            {slug === undefined ? null : <OfficeLinks key={slug} slug={slug} />}
          </nav>
        ) : null}
        <div className={styles.tools}>
          <LanguageMenu />
          {first ? <AccountMenu accounts={[first, ...more]} /> : null}
        </div>
      </div>
    </header>
  )
}
